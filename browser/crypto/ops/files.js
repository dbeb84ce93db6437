// Files that go with lines: sealed before they are sent, opened only whole.

import { readBody, writeBody } from "../body.js";
import { fromText, isBytes, toText } from "../bytes.js";
import { checkedDay } from "../day.js";
import {
	FILE,
	fileNameOf,
	LONGEST_ABOUT,
	LONGEST_FILE,
	openFile as opened,
	sealFile as sealed,
} from "../file.js";
import { Refusal } from "../refusal.js";
import { random } from "../sodium.js";
import { writable } from "./writing.js";

/** @typedef {import("../sealed-core.js").Core} Core */
/** @typedef {{conv: string, papers: import("../file.js").Papers}} OnItsWay a file whose line is not written yet */

/** What a browser may take each type for; nothing else is ever shown. @type {ReadonlyMap<number, string>} */
const MIMES = new Map([
	[FILE.PICTURE, "image/jpeg"],
	[FILE.VOICE_WEBM, "audio/webm"],
	[FILE.VOICE_MP4, "audio/mp4"],
	[FILE.OTHER, "application/octet-stream"],
]);

/** @param {Core} core @param {{conv: string, bytes: Uint8Array, type: number, name?: string, secs?: number, today: number}} args */
export function sealFile(core, { conv, bytes, type, name = "", secs = 0, today }) {
	writable(core, conv, today);
	if (!isBytes(bytes) || bytes.length < 1) throw new Refusal("file-empty");
	if (bytes.length > LONGEST_FILE) throw new Refusal("file-size");
	const msgId = random(16);
	const called = type === FILE.OTHER ? fileNameOf(name) : "";
	const { papers, pieces } = sealed(msgId, bytes, { type, name: called, secs });
	core.files.set(toText(msgId), { conv, papers });
	return { id: toText(msgId), name: called, pieces };
}

/** The line that names a file whose pieces were sent. @param {Core} core @param {{conv: string, file: string, text: string, re?: string | null, ts: number, today: number}} args */
export function sealAtt(core, { conv, file, text, re = null, ts, today }) {
	const talk = writable(core, conv, today);
	const onItsWay = core.files.get(file);
	if (onItsWay === undefined || onItsWay.conv !== conv) throw new Refusal("no-file");
	if ([...text].length > LONGEST_ABOUT) throw new Refusal("text-size");
	const answered = re === null ? {} : { re: talk.conversation.reading.said.line(re).id ?? "" };
	const sc = core.place.book.count();
	const body = writeBody({ b: text, file: onItsWay.papers, ...answered, sc, t: "att", ts });
	return talk.writer.write(body, checkedDay(today), fromText(file, 16));
}

/** A file that will not be sent, or was. @param {Core} core @param {{file: string}} args */
export function dropFile(core, { file }) {
	core.files.delete(file);
	return {};
}

/** @param {Core} core @param {{conv: string, id: string, pieces: Uint8Array[], along?: boolean}} args `along`: of a conversation that is read to be taken along */
export function openFile(core, { conv, id, pieces, along = false }) {
	const conversation = along ? core.along.get(conv) : core.talk(conv).conversation;
	if (conversation === undefined) throw new Refusal("locked-out");
	const { body, ctx } = conversation.reading.said.proof(id);
	const found = readBody(body, ctx.kind);
	if (!("file" in found) || found.file === undefined) throw new Refusal("no-file");
	const bytes = opened(ctx.msgId, found.file, pieces);
	return { bytes, mime: /** @type {string} */ (MIMES.get(found.file.type)) };
}
