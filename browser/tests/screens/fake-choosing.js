// Letting the programme choose, in every state.
import { ben, marisol, sam } from "./fake-people.js";

const nobodyKnows = { ownChoice: null, programme: null };
const nothingHanded = { wish: null, notThese: [], proposed: null, took: nobodyKnows };

export const offers = [
	{ id: 1, anyone: false, reasons: [{ kind: "fact", id: "alcohol", matters: true }] },
	{ id: 2, anyone: true, reasons: [] },
];

export function choosingScenes(view, wishes) {
	const [wish, place] = [{ ...wishes, handedOn: 20_500 }, { screen: "choose" }];
	return {
		"choose-none": { view, place },
		choose: { view, place, choice: { wish, notThese: [], proposed: null, took: nobodyKnows } },
		"choose-not-these": {
			...{ view, place },
			choice: { wish, notThese: ["sam"], proposed: null, took: nobodyKnows },
		},
		"choose-found": {
			...{ view, place },
			choice: { wish, notThese: [], proposed: ben, took: { ownChoice: 2, programme: 4 } },
		},
	};
}

export function chosen(scene, deed) {
	if (deed === "everyone") return [ben, marisol, sam].map(({ accountId, name }) => ({ accountId, name }));
	if (deed === "answer") return [];
	return deed === "offers" ? (scene.offers ?? []) : (scene.choice ?? nothingHanded);
}
