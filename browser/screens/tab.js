/** What the tab says: what the person chose for this visit, or a word that tells nothing. */
import { say } from "../words/index.js";

/** @typedef {import("./seen.d.ts").View} View */

/** Words of `tab.<id>` to choose from; the first is the usual one. */
export const neutralTitles = ["name", "list", "weather", "timetable"];

/** @param {Pick<View, "title">} view */
export function tabTitle(view) {
	return view.title ?? say("tab.name");
}
