/** Between the lines: who came, who went, and what somebody may read of before. */
import { html } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { someone } from "./company.js";
import { dayWords, listed } from "./days.js";

/** @typedef {import("./seen.d.ts").Line} Line */
/** @typedef {import("./seen.d.ts").Conversation} Conversation */

/** @param {Line} line @param {Conversation} conversation */
export function turnNote(line, conversation) {
	const said = line.kind === "granted" ? granted(line, conversation) : turned(line, conversation);
	return html`<p class="note">${said}</p>`;
}

/** @param {Line} line @param {Conversation} conversation */
function turned({ turn, ts }, conversation) {
	const day = dayWords(Math.floor((ts ?? 0) / 86_400_000));
	const names = (/** @type {readonly string[]} */ ids) => listed(ids.map((id) => someone(conversation, id)));
	const { came = [], went = [] } = turn ?? {};
	const said = [];
	if (came.length > 0)
		said.push(
			isMe(came, conversation)
				? say("hand.came-you", { day })
				: say("hand.came", { names: names(came), day }),
		);
	if (went.length > 0)
		said.push(
			isMe(went, conversation)
				? say("hand.went-you", { day })
				: say("hand.went", { names: names(went), day }),
		);
	return said.join(" ");
}

/** @param {Line} line @param {Conversation} conversation */
function granted({ granted: given }, conversation) {
	const spans = (given?.spans ?? []).map(({ from, until }) =>
		say("hand.span", { from: dayWords(from), until: dayWords(until) }),
	);
	if (isMe([given?.to ?? ""], conversation)) return say("hand.granted-you", { spans: listed(spans) });
	return say("hand.granted", { name: someone(conversation, given?.to ?? ""), spans: listed(spans) });
}

/** @param {readonly string[]} ids @param {Conversation} conversation */
const isMe = ([id, ...more], { company = [] }) =>
	more.length === 0 && !company.some(({ accountId }) => accountId === id);
