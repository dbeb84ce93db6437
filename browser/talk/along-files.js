import { isRefusal } from "./trouble.js";

/**
 * What came with the lines of one conversation, put beside it: sealed as it lies in the house, and opened if anyone may
 * read it. Only what opens as its line says is taken; what is gone is left out.
 * @typedef {{n: number, id: string, file: import("./files.js").Shown}} WithFile
 * @typedef {object} How
 * @property {string} conv @property {number} number of the conversation in this file
 * @property {readonly WithFile[]} lines @property {boolean} readable
 * @property {(name: string, content: Blob) => Promise<void>} put
 */

const ENDINGS = ["", ".jpg", ".webm", ".m4a"];
/** What is wrong with one file, and not with everything. */
const LEFT_OUT = new Set(["not-found", "not-opened", "no-such-text", "no-file"]);

/**
 * @param {{core: any, api: import("../wire/api.js").Api}} given @param {How} how
 * @returns {Promise<ReadonlyMap<number, string>>} where each lies in the readable copy, by the number of its line
 */
export async function takeFiles({ core, api }, { conv, number, lines, readable, put }) {
	/** @type {Map<number, string>} */
	const taken = new Map();
	for (const { n, id, file } of lines) {
		try {
			const pieces = await piecesOf(api, conv, id, file.pieces);
			const { bytes } = await core.openFile({ conv, id, pieces: [...pieces], along: true });
			const path = `talk-${number}/${nameOf(n, file)}`;
			await put(`talks/${number}-${n}.sealed`, new Blob(pieces));
			if (readable) await put(`readable/${path}`, new Blob([bytes]));
			taken.set(n, path);
		} catch (error) {
			if (!isRefusal(error) || !LEFT_OUT.has(/** @type {any} */ (error).code)) throw error;
		}
	}
	return taken;
}

/** @param {import("../wire/api.js").Api} api @param {string} conv @param {string} id @param {number} of */
async function piecesOf(api, conv, id, of) {
	/** @type {Uint8Array<ArrayBuffer>[]} */
	const pieces = [];
	for (let i = 0; i < of; i += 1)
		pieces.push(/** @type {Uint8Array<ArrayBuffer>} */ (await api.getPiece(conv, id, i)));
	return pieces;
}

/** A name that stays in its folder, whatever its sender called it. @param {number} n @param {import("./files.js").Shown} file */
function nameOf(n, { type, name }) {
	const ending = ENDINGS[type];
	return ending === undefined ? `${n}-${name.replace(/[^\p{L}\p{N} ._-]/gu, "_")}` : `${n}${ending}`;
}
