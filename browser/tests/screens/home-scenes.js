/** Scenes of a specialist at home that come from elsewhere. */
import { reachScenes } from "./hearing-scenes.js";
import { practiceScenes } from "./practice-scenes.js";

/** @param {any} homely @param {any} inside */
export const homeScenes = (homely, inside) => ({
	...practiceScenes(homely),
	...reachScenes(homely, inside),
});
