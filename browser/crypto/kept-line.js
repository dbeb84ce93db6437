// A line kept as proof: what was said, and what shows who said it, without any conversation key (envelope.md, section 12).

import { equal, fromText, fromUtf8, toText, utf8 } from "./bytes.js";
import { aadOf, frank, KIND } from "./entry.js";
import { labelled } from "./hash.js";
import { Refusal } from "./refusal.js";
import { verify } from "./sodium.js";
import { fieldsOf, parseJson, writeJson } from "./strict-json.js";

/** @typedef {import("./line.js").Proof} Proof */

const LONGEST_NAME = 40;
const LONGEST = 65_000;
const CTX = {
	...{ conv: "text", eh: "text", epoch: "int", fc: "text", kind: "int", msg_id: "text" },
	...{ seen_h: "text", seen_n: "int", sender: "text", sseq: "int" },
};
const KEPT = { body: "text", ctx: "object", fk: "text", ik: "text", n: "int", name: "text", sig: "text" };

/** @param {number} n @param {string} name as its keeper knew them @param {Proof} proof @returns {Uint8Array} */
export function writeKept(n, name, { ctx, body, fk, sig, ik }) {
	const found = writeJson({
		body: fromUtf8(body),
		ctx: {
			conv: toText(ctx.conv),
			eh: toText(ctx.ehHash),
			epoch: ctx.epoch,
			fc: toText(ctx.fc),
			kind: ctx.kind,
			msg_id: toText(ctx.msgId),
			seen_h: toText(ctx.seenH),
			seen_n: ctx.seenN,
			sender: toText(ctx.sender),
			sseq: ctx.sseq,
		},
		fk: toText(fk),
		ik: toText(ik),
		n,
		name: [...name].slice(0, LONGEST_NAME).join(""),
		sig: toText(sig),
	});
	if (found.length > LONGEST) throw new Refusal("text-size");
	return found;
}

/** What was kept; refused unless the writer's key signed exactly these words in this place. @param {Uint8Array} bytes */
export function readKept(bytes) {
	const found = fieldsOf(parseJson(bytes), KEPT);
	if ([...found.name].length > LONGEST_NAME) throw new Refusal("malformed", "name");
	const ctx = ctxOf(fieldsOf(found.ctx, CTX));
	const body = utf8(found.body);
	if (ctx.kind !== KIND.MESSAGE && ctx.kind !== KIND.HELLO) throw new Refusal("malformed", "kind");
	const [fk, sig, ik] = [fromText(found.fk, 32), fromText(found.sig, 64), fromText(found.ik, 32)];
	if (!equal(frank(fk, ctx, body), ctx.fc)) throw new Refusal("not-opened");
	verify(ik, labelled("pse1/sig", aadOf(ctx), body), sig);
	return { n: found.n, name: found.name, ctx, body, fk, sig, ik };
}

/** @param {Record<string, any>} row */
const ctxOf = (row) => ({
	kind: row.kind,
	conv: fromText(row.conv, 16),
	epoch: row.epoch,
	ehHash: fromText(row.eh, 32),
	sender: fromText(row.sender, 16),
	msgId: fromText(row.msg_id, 16),
	sseq: row.sseq,
	seenN: row.seen_n,
	seenH: fromText(row.seen_h, 32),
	fc: fromText(row.fc, 32),
});
