/** Scenes of a specialist at home that come from elsewhere. */
import { reachScenes } from "./hearing-scenes.js";
import { practiceScenes } from "./practice-scenes.js";
import { askedForSteps } from "./ripple-scenes.js";

/** @param {any} homely @param {any} inside */
export const homeScenes = (homely, inside) => ({
	...practiceScenes(homely),
	...askedForSteps(homely),
	...reachScenes(homely, inside),
});
