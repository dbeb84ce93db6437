/** A line in a few words, for buttons and answers. */
import { beginningOf } from "./beginning.js";
import { fileWords } from "./lasting.js";

/** @param {import("./seen.d.ts").Line} line @returns {string} */
export const shortOf = (line) =>
	line.text === "" && line.file !== null ? fileWords(line.file) : beginningOf(line.text);
