// Frames of protocol/vectors/wires.json: decode, encode again to the same bytes, give the fields.

import { toText } from "../../crypto/bytes.js";
import { membersFromBytes } from "../../crypto/epoch.js";
import { decodeFrame, encodeFrame, TYPE } from "../../crypto/frames.js";
import { Refusal } from "../../crypto/refusal.js";

const NAMES = Object.fromEntries(Object.entries(TYPE).map(([name, type]) => [type, name.toLowerCase()]));
const REFERENCE = { entry: "stored", refused: "refusal", send_quietly: "sendquietly" };
const BACK = { reasonCode: "reason", ehSig: "eh_sig", beforeN: "before_n", ownerId: "owner_id" };

const snake = (name) => BACK[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const unnamed = (value) =>
	Object.fromEntries(Object.entries(value).map(([name, inside]) => [snake(name), inside]));

export function frame({ raw }) {
	const { type, ...fields } = decodeFrame(raw);
	const again = encodeFrame(type, fields);
	if (toText(again) !== toText(raw)) throw new Error("another spelling");
	const name = NAMES[type];
	return { frame: REFERENCE[name] ?? name, ...shaped(name, fields) };
}

/** The reference groups what the wire strings together. */
function shaped(name, fields) {
	if (name === "send" || name === "send_quietly") return { entry: unnamed(fields) };
	if (name === "entry") return { n: fields.n, entry: unnamed(without(fields, "n")) };
	if (name === "ack") return { ...unnamed(fields), path: cut(fields.path, 32) };
	if (name === "head") return head(fields);
	if (name === "header") return header(fields);
	return unnamed(fields);
}

function head({ conv, n, headerConv, ehSig, wrap, ...rest }) {
	return { conv, n, header: epoch({ conv: headerConv, ...rest }), eh_sig: ehSig, wrap };
}

function header({ ehSig, wraps, first, ...rest }) {
	const pairs = cut(wraps, 128).map((pair) => [pair.slice(0, 16), pair.slice(16)]);
	const entry = first.length === 0 ? null : unnamed(without(decodeFrame(first), "type"));
	return { header: epoch(rest), eh_sig: ehSig, wraps: pairs, first: entry };
}

const epoch = (fields) => ({ ...unnamed(fields), members: membersFromBytes(fields.members).map(unnamed) });

function cut(bytes, size) {
	if (bytes.length % size !== 0) throw new Refusal("malformed");
	return Array.from({ length: bytes.length / size }, (_, i) => bytes.slice(i * size, (i + 1) * size));
}

function without(fields, name) {
	const { [name]: _, ...rest } = fields;
	return rest;
}
