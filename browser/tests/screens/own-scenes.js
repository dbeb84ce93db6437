/** Scenes of what is only mine: the last visit, private names and notes, people from before. */
import { carryScenes } from "./carry-scenes.js";
import { checkScenes } from "./check-scenes.js";
import { circleScenes } from "./circle-scenes.js";
import { libraryScenes } from "./library-scenes.js";
import { packScenes } from "./pack-scenes.js";
import { hintScenes } from "./hint-scenes.js";
import { listeningScenes } from "./listening-scenes.js";
import { lifeScenes } from "./life-scenes.js";
import { tellingScenes } from "./fake-telling.js";
import { mendScenes } from "./mend-scenes.js";
import { linkScenes } from "./link-scenes.js";
import { ben, relationship, sam } from "./fake-people.js";
import { meetScenes } from "./meet-scenes.js";
import { answeringScenes } from "./answering-scenes.js";
import { vowScenes } from "./vow-scenes.js";
import { promiseScenes } from "./promise-scenes.js";

/** The rest is built from the scenes that are there. */
export function ownScenes({ inside, talking, active, homely, people, fromAda }) {
	return {
		...listeningScenes({ homely }),
		...hintScenes({ talking, homely, fromAda }),
		...meetScenes({ talking, homely, active }),
		...mendScenes({ talking, homely, fromAda, inside }),
		...promiseScenes({ talking, active }),
		...tellingScenes({ inside, talking, homely, fromAda, active }),
		...linkScenes({ inside, talking, active, homely, fromAda }),
		...carryScenes({ talking, active, homely }),
		...lifeScenes({ talking, active }),
		...checkScenes({ talking, active, fromAda }),
		...vowScenes({ talking, active }),
		...answeringScenes({ homely, fromAda }),
		...packScenes({ talking }),
		...libraryScenes({ talking }),
		...circleScenes({ talking, homely }),
		opened: {
			view: { ...talking, lastOpened: Date.now() - 3 * 86_400_000 },
			place: { screen: "mine" },
		},
		declined: {
			view: { ...inside, relationships: [relationship({ state: "declined", restsUntil: 20_521 })] },
		},
		"hello-rests": {
			view: {
				...inside,
				finding: {
					state: "ready",
					verdict: "none-free",
					people: [{ ...ben, free: false, againDay: 20_521 }],
					refused: 0,
					wishes: null,
				},
				relationships: [relationship({ state: "declined", restsUntil: 20_521 })],
			},
			place: { screen: "hello", id: "ben" },
		},
		"earlier-client": {
			view: {
				...inside,
				relationships: [
					relationship({ state: "ended", endedOn: 20_508, endedBy: "them", mayAskAgain: true }),
					relationship({
						...{ id: "9", conv: "c9", state: "ended", endedOn: 20_300 },
						other: { accountId: "sam", name: "Sam", person: sam, standsBehindUntil: null, lock: "same" },
					}),
				],
			},
			place: { screen: "mine" },
		},
		"earlier-specialist": {
			view: {
				...homely,
				relationships: [
					...people,
					fromAda({ id: "8", state: "ended", endedOn: 20_400, called: "Sam from the library" }),
					fromAda({ id: "7", state: "ended", endedOn: 20_300, readable: false }),
				],
				home: {
					...homely.home,
					rest: [{ ...people[2], called: "M. (garden)", note: "Asked about Tuesday." }],
				},
			},
		},
		"talk-noted": {
			view: talking,
			conversation: {
				relationship: { ...active, called: "Ben, the calm one", note: "Ask about his dog." },
			},
		},
	};
}
