/** A line in a few words, for buttons and answers. */
import { beginningOf } from "./beginning.js";
import { cardShort } from "./cards.js";
import { fileWords } from "./lasting.js";
import { say } from "../words/index.js";

/** @param {import("./seen.d.ts").Line} line @returns {string} */
export function shortOf(line) {
	if (line.kind === "card") return cardShort(line);
	if (line.kind === "taken-back") return say("line.gone");
	return line.text === "" && line.file !== null ? fileWords(line.file) : beginningOf(line.text);
}
