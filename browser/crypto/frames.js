// Binary frames of the live wire (ledger.md, section 4): one type byte, then fields, each LE32 length || bytes.
// Pure bytes, no libsodium: wire/ reads and writes with this too.

import { compare, concat, fromLe64, isBytes, isCount, le64 } from "./bytes.js";
import { Refusal } from "./refusal.js";

export const TYPE = Object.freeze({
	OPEN: 0x01,
	FOLLOW: 0x02,
	SEND: 0x03,
	HEADER: 0x04,
	PAGE: 0x05,
	UNFOLLOW: 0x06,
	SEND_QUIETLY: 0x07,
	OPENED: 0x11,
	ENTRY: 0x12,
	ACK: 0x13,
	REFUSED: 0x14,
	UPTO: 0x15,
	GATE: 0x16,
	GOODBYE: 0x17,
	HEAD: 0x18,
	BASE: 0x19,
	GONE: 0x1a,
	PAGED: 0x1b,
});

export const LONGEST_FRAME = 70_000;
const WRAP_ROW = 16 + 112;

const EH =
	"conv:16 kind:int epoch:int prevEhHash:32 closedN:int closedH:32 ownerId:16 authorId:16 retention:int agreementHash:32 " +
	"members:any kc:32 wrapsHash:32 logSize:int logRoot:32 day:int reasonCode:int ehSig:64";
const CTX = "epoch:int ehHash:32 sender:16 msgId:16 sseq:int seenN:int seenH:32 fc:0|32 box:any";

/** @typedef {"int" | "any" | number[]} Size */
/** @type {Record<number, [string, Size][]>} name and sizes of every field, in order */
const FIELDS = {
	[TYPE.OPEN]: fields("version:int ticket:any"),
	[TYPE.FOLLOW]: fields("conv:16 afterN:int"),
	[TYPE.SEND]: fields(`kind:int conv:16 ${CTX}`),
	[TYPE.HEADER]: fields(`${EH} wraps:any first:any`),
	[TYPE.PAGE]: fields("conv:16 beforeN:int count:int"),
	[TYPE.UNFOLLOW]: fields("conv:16"),
	[TYPE.SEND_QUIETLY]: fields(`kind:int conv:16 ${CTX}`),
	[TYPE.OPENED]: fields("version:int today:int"),
	[TYPE.ENTRY]: fields(`conv:16 n:int kind:int ${CTX}`),
	[TYPE.ACK]: fields("id:16 conv:16 n:int h:32 index:int size:int path:any sig:64"),
	[TYPE.REFUSED]: fields("id:16 conv:16 code:int headN:int detail:int"),
	[TYPE.UPTO]: fields("conv:16 n:int h:32 sseq:int seenN:int mode:int"),
	[TYPE.GATE]: fields("conv:16 mode:int"),
	[TYPE.GOODBYE]: fields("code:int"),
	[TYPE.HEAD]: fields(`conv:16 n:int ${EH.replace("conv:16 ", "headerConv:16 ")} wrap:0|112`),
	[TYPE.BASE]: fields("conv:16 n:int h:32"),
	[TYPE.GONE]: fields("conv:16 n:int kind:int sender:16 sseq:int hAad:32 hBox:32"),
	[TYPE.PAGED]: fields("conv:16 n:int"),
};

/** @param {string} line @returns {[string, Size][]} */
function fields(line) {
	return line.split(" ").map((field) => {
		const [name = "", size = ""] = field.split(":");
		return [name, size === "int" || size === "any" ? size : size.split("|").map(Number)];
	});
}

/**
 * Writes a frame; every field of its type has to be there.
 * @param {number} type @param {Record<string, any>} values integers and Uint8Arrays by name
 * @returns {Uint8Array}
 */
export function encodeFrame(type, values) {
	/** @type {Uint8Array[]} */
	const parts = [Uint8Array.of(type)];
	for (const [name, size] of fieldsOfType(type)) {
		const raw = size === "int" ? le64(values[name]) : checkedSize(values[name], size);
		parts.push(le32(raw.length), raw);
	}
	return concat(...parts);
}

/**
 * Reads a frame: `{type, ...fields}`; `malformed` for unknown types, missing, extra or odd fields.
 * @param {Uint8Array} frame
 * @returns {{type: number} & Record<string, any>}
 */
export function decodeFrame(frame) {
	if (!isBytes(frame) || frame.length === 0 || frame.length > LONGEST_FRAME)
		throw new Refusal("malformed", "frame");
	const type = /** @type {number} */ (frame[0]);
	/** @type {{type: number} & Record<string, any>} */
	const found = { type };
	let at = 1;
	for (const [name, size] of fieldsOfType(type)) {
		const end = endAt(frame, at);
		found[name] =
			size === "int" ? fromLe64(frame.subarray(at + 4, end)) : checkedSize(frame.slice(at + 4, end), size);
		at = end;
	}
	if (at !== frame.length) throw new Refusal("malformed", "frame");
	if (type === TYPE.HEADER) checkHeader(found);
	return found;
}

/** Wraps ascend by id, none twice; `first` is a whole SEND or nothing. @param {Record<string, any>} header */
function checkHeader({ wraps, first }) {
	const ids = Array.from({ length: wraps.length / WRAP_ROW }, (_, i) =>
		wraps.slice(i * WRAP_ROW, i * WRAP_ROW + 16),
	);
	const ascend = ids.every((id, i) => i === 0 || compare(/** @type {Uint8Array} */ (ids[i - 1]), id) < 0);
	const isSend = first.length === 0 || decodeFrame(first).type === TYPE.SEND;
	if (wraps.length % WRAP_ROW !== 0 || !ascend || !isSend) throw new Refusal("malformed", "frame");
}

/** @param {number} type */
function fieldsOfType(type) {
	const list = FIELDS[type];
	if (list === undefined) throw new Refusal("malformed", "frame type");
	return list;
}

/** @param {Uint8Array} frame @param {number} at */
function endAt(frame, at) {
	if (at + 4 > frame.length) throw new Refusal("malformed", "frame");
	const end = at + 4 + fromLe32(frame, at);
	if (end > frame.length) throw new Refusal("malformed", "frame");
	return end;
}

/** @param {Uint8Array} frame @param {number} at */
function fromLe32(frame, at) {
	let number = 0;
	for (let i = at + 3; i >= at; i--) number = number * 256 + /** @type {number} */ (frame[i]);
	return number;
}

/** @param {unknown} value @param {"any" | number[]} sizes */
function checkedSize(value, sizes) {
	if (!isBytes(value)) throw new Refusal("malformed", "frame field");
	if (sizes !== "any" && !sizes.includes(value.length)) throw new Refusal("malformed", "frame field");
	return value;
}

/** @param {number} number */
function le32(number) {
	if (!isCount(number) || number >= 2 ** 32) throw new Refusal("malformed", "frame field");
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, number, true);
	return bytes;
}
