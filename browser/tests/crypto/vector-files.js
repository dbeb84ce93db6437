// Files of protocol/vectors/files.json: sealed, and opened with pieces in any order a hostile server likes.

import { fromText, toText } from "../../crypto/bytes.js";
import { openFile, sealFile } from "../../crypto/file.js";

const BYTES = ["cipher", "header", "key", "plain"];

/** What a line says about its file, as the reference gives it. */
export const papersOf = (papers) => ({
	...papers,
	...Object.fromEntries(BYTES.map((name) => [name, fromText(papers[name])])),
});

const asTold = (told) =>
	Object.fromEntries(
		Object.entries(told).map(([name, value]) => [name, value instanceof Uint8Array ? toText(value) : value]),
	);

function contentOf({ text, times }) {
	const content = new Uint8Array(text.length * times);
	for (let i = 0; i < times; i++) content.set(text, i * text.length);
	return content;
}

const sealed = (given) => {
	const { msg_id, type, called, secs, draws } = given;
	const left = [...draws];
	return sealFile(msg_id, contentOf(given), { type, name: called, secs }, () => left.shift());
};

function flipped(piece) {
	const changed = piece.slice();
	changed[changed.length - 1] ^= 1;
	return changed;
}

export const ops = {
	"file.seal": (given) => papersOf(sealed(given).papers),
	"file.open": (given) => {
		const { papers, pieces } = sealed(given);
		const brought = given.order.map((i) => pieces[i]);
		if (given.flipped !== null) brought[given.flipped] = flipped(brought[given.flipped]);
		const told = { ...papers, ...asTold(given.told) };
		return openFile(given.as_msg_id ?? given.msg_id, told, brought).length;
	},
};
