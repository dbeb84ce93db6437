/** What stands in the files that somebody takes along, in the language of the screen. */
import { say } from "../words/index.js";
import { fileWords } from "./lasting.js";

/** @returns {import("../talk/readable.js").Texts} */
export function alongWords() {
	return {
		readMe: say("along.read-me"),
		me: say("along.me"),
		them: say("see.them"),
		with: (name) => say("along.with", { name }),
		late: say("along.late"),
		draft: say("along.draft"),
		left: say("along.left"),
		continues: say("along.continues"),
		forgotten: say("along.forgotten"),
		unopened: say("along.unopened"),
		file: fileWords,
		noFile: say("along.no-file"),
	};
}
