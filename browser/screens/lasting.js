/** How long and how large, as people say it; and what came with a line. */
import { say } from "../words/index.js";

/** @param {number} secs @returns {string} 1:05 */
export const minutesOf = (secs) => `${Math.floor(secs / 60)}:${String(secs % 60).padStart(2, "0")}`;

/** @param {number} size in bytes */
export function sizeOf(size) {
	const large = size >= 1_000_000;
	const number = large ? Math.round(size / 100_000) / 10 : Math.max(1, Math.round(size / 1_000));
	return say(large ? "file.size-large" : "file.size", { number });
}

const picture = 1;
const other = 4;

/** What a file is, in a few words. @param {import("./seen.d.ts").LineFile} file */
export function fileWords({ type, name, secs, size }) {
	if (type === picture) return say("file.a-picture");
	if (type !== other) return say("file.a-voice", { time: minutesOf(secs) });
	return say("file.a-file", { file: name, size: sizeOf(size) });
}
