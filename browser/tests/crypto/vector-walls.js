// The ops of protocol/vectors/walls.json over the room's own code.

import { fromText } from "../../crypto/bytes.js";
import { readTold, toldHash, walk } from "../../crypto/wall.js";

const rowOf = ({ told_hash: hash, ...row }) => ({ ...row, toldHash: hash });

export const walls = {
	"wall.read": ({ told }) => {
		const { kind, other, detail } = readTold(told);
		return { kind, other: fromText(other), detail };
	},
	"wall.told_hash": ({ told }) => toldHash(told),
	"wall.walk": ({ account_id: id, rows, today }) => {
		const hashes = walk(id, rows.map(rowOf), today);
		return { n: hashes.length - 1, h: hashes.at(-1) };
	},
};
