/** Scenes of how soon a specialist answered, and of what waits until their hours begin. */

const first = Date.UTC(2026, 2, 1);
const counts = { within: 31, later: 4, much_later: 1 };
/** Hours that are never now. */
const never = { days: [], from: 540, to: 1020, tz: "Europe/Berlin", within: 24 };
const found = {
	month: 12 * 2026 + 2,
	first,
	counts,
	isHandedIn: false,
	missing: 0,
	open: false,
	each: false,
};

/** @param {{ homely: any, fromAda: any }} views */
export function answeringScenes({ homely, fromAda }) {
	const scene = (answering) => ({
		view: { ...homely, parts: { answering } },
		place: { screen: "answering" },
	});
	const withRiver = {
		relationship: fromAda({ id: "3", state: "active", conv: "c3" }),
		name: "River",
		draft: "",
	};
	const later = (waits, draft = "", more = {}) => ({
		view: {
			...homely,
			me: { ...homely.me, profile: { ...homely.me.profile, reply: never } },
			parts: { later: waits },
		},
		place: { screen: "talk", id: "c3" },
		conversation: { ...withRiver, draft, ...more },
	});
	const ended = {
		...{ canWrite: false, whyNot: "ended" },
		relationship: fromAda({ id: "3", state: "ended", conv: "c3", endedBy: "them", endedHow: null }),
	};
	const waits = { text: "I thought of what you said about Sunday. Sleep well.", at: Date.UTC(2096, 2, 5, 8) };
	return {
		"talk-later": later({}, "I thought of what you said about Sunday."),
		"talk-later-waits": later({ c3: { ...waits, goes: false } }),
		"talk-later-goes": later({ c3: { ...waits, goes: true } }),
		"talk-later-asks": later({ c3: { ...waits, at: 1, goes: false } }, "", {
			question: { why: "fortnight" },
		}),
		"talk-later-stays": later({ c3: { ...waits, at: 0, goes: false } }, "", ended),
		answering: scene({ ...found, missing: 2, open: true }),
		"answering-handed": scene({ ...found, isHandedIn: true }),
		"answering-each": scene({ ...found, isHandedIn: true, each: true }),
		"answering-no-hours": scene({ ...found, counts: null }),
	};
}
