/** Scenes of how soon a specialist answered. */

const first = Date.UTC(2026, 2, 1);
const counts = { within: 31, later: 4, much_later: 1 };
const found = { month: 12 * 2026 + 2, first, counts, isHandedIn: false, missing: 0 };

/** @param {{ homely: any }} views */
export function answeringScenes({ homely }) {
	const scene = (answering) => ({
		view: { ...homely, parts: { answering } },
		place: { screen: "answering" },
	});
	return {
		answering: scene({ ...found, missing: 2 }),
		"answering-handed": scene({ ...found, isHandedIn: true }),
		"answering-no-hours": scene({ ...found, counts: null }),
	};
}
