/** Scenes of lines that change, of a notebook, and of looking for words. */
import { houseScenes } from "./house-scenes.js";
import { pathScenes } from "./path-scenes.js";
import { storyScenes } from "./story-scenes.js";
import { concernScenes } from "./concern-scenes.js";
import { certificateScenes } from "./certificate-scenes.js";
import { measureScenes } from "./measure-scenes.js";
import { rippleScenes } from "./ripple-scenes.js";
import { noteScenes } from "./note-scenes.js";
import { line, lines } from "./fake-people.js";
import { handed, handScenes } from "./hand-scenes.js";
import { partAnswers } from "./fake-parts.js";
import { tellingAnswers } from "./fake-telling.js";
import { linkAnswers, linkDeeds } from "./link-scenes.js";

const notebook = {
	state: "open",
	pages: [
		{ docId: "p1", ver: 3, kind: "page", title: "Good days", text: "I slept. I called Vera.", day: 20_508 },
		{
			docId: "p2",
			ver: 1,
			kind: "page",
			title: "",
			text: "What I want to ask on Thursday, and what not",
			day: 20_501,
		},
	],
	kept: [
		{
			...{ docId: "k1", ver: 1, kind: "kept", conv: "c1", n: 9, name: "Ben" },
			...{ text: "You can call me on Sunday too.", ts: 20_500 * 86_400_000 },
		},
	],
	unsaid: [],
	troubles: [],
};

const picture = { type: 1, name: "", secs: 0, size: 700_000, pieces: 16 };
const voice = { type: 2, name: "", secs: 65, size: 260_000, pieces: 4 };
const letter = {
	type: 4,
	name: "a-letter-with-a-long-name-to-my-doctor.odt",
	secs: 0,
	size: 4_000,
	pieces: 1,
};

/** @param {{ inside: any, talking: any }} views */
export function moreScenes({ inside, talking }) {
	const open = { ...inside, notebook };
	return {
		...handScenes({ talking }),
		"talk-more": {
			view: talking,
			conversation: {
				undone: "edit-often",
				lines: [
					...lines(4),
					line(30, "them", "What did the doctor say?", { signs: { me: 3, them: 1 } }),
					line(31, "me", "That I am doing well", {
						re: "m30",
						earlier: [{ text: "That I am doing wel", ts: 1 }],
						signs: { me: 0, them: 5 },
					}),
					line(32, "them", "", { kind: "taken-back", held: true }),
					line(33, "me", "", { kind: "taken-back", re: "m30" }),
					line(34, "them", "Yes, that one", { re: "m32" }),
					line(35, "me", "and this", { re: "not-here", state: "waiting" }),
				],
			},
		},
		"talk-files": {
			view: talking,
			conversation: {
				parcel: { ...picture, done: 3, state: "sending", trouble: null },
				lines: [
					...lines(2),
					line(40, "them", "The tree in front of my window", { kind: "att", file: picture }),
					line(41, "me", "", { kind: "att", file: voice, re: "m40" }),
					line(42, "them", "", { kind: "att", file: letter }),
					line(43, "me", "my plan", { kind: "att", file: letter, msg: null, state: "waiting" }),
				],
			},
		},
		"talk-file-cut": {
			view: talking,
			conversation: { parcel: { ...letter, done: 1, state: "cut", trouble: "offline" }, lines: lines(2) },
		},
		"talk-file-refused": {
			view: talking,
			conversation: {
				parcel: { ...letter, done: 0, state: "refused", trouble: "files-today" },
				lines: lines(2),
			},
		},
		notebook: { view: open, place: { screen: "notebook" } },
		"notebook-empty": {
			view: {
				...inside,
				notebook: {
					state: "open",
					pages: [],
					kept: [],
					unsaid: [],
					troubles: [{ docId: "x", code: "doc-missing" }],
				},
			},
			place: { screen: "notebook" },
		},
		page: { view: open, place: { screen: "page", id: "p1" } },
		"page-new": { view: open, place: { screen: "page", id: "new" } },
		"page-gone": { view: open, place: { screen: "page", id: "nowhere" } },
		...pathScenes({ inside, talking }),
		...storyScenes({ inside, talking }),
		...rippleScenes(talking),
		...certificateScenes(talking),
		...noteScenes({ inside, talking }),
		...houseScenes({ inside, talking }),
		...concernScenes({ talking, inside, me: inside.me }),
		...measureScenes({ talking, inside, me: inside.me }),
		search: { view: { ...open, relationships: talking.relationships }, place: { screen: "search" } },
	};
}

export const moreAnswers = {
	...linkAnswers,
	handing: handed,
	...partAnswers,
	...tellingAnswers,
	async search() {
		const around = { before: "I am doing ", match: "well", after: " today" };
		return {
			lines: [{ conv: "c1", id: "l9", n: 9, from: "them", ts: 20_500 * 86_400_000, ...around }],
			documents: [...notebook.pages, ...notebook.kept, { docId: "d1", kind: "path" }].map((one) => ({
				...one,
				...around,
			})),
			more: true,
		};
	},
	async pageVersions() {
		return [3, 2, 1].map((ver) => ({ ...notebook.pages[0], ver, text: `words ${ver}` }));
	},
	async writePage() {
		return "p1";
	},
};

export const moreDeeds = [
	...linkDeeds,
	"change",
	"react",
	"erase",
	"keepLine",
	"living",
	"openNotebook",
	"holdPage",
	"removeDocument",
	"bringAll",
	"stopSearch",
];
