import { toText, utf8 } from "../../crypto/bytes.js";
import { decodeFrame, encodeFrame, TYPE } from "../../crypto/frames.js";
import { Conversation } from "../../talk/conversation.js";
import { settled, TravelClock } from "../travel.js";
import { FakeWire } from "./fake-wire.js";
import { entry, PlainCore } from "./plain-core.js";

export const CONV = new Uint8Array(16).fill(9);
export const conv = toText(CONV);

/** One conversation over a core without seals and a wire in the test's hands; what it calls back is counted. */
export class OneTalk {
	core = new PlainCore();
	wire = new FakeWire();
	clock = new TravelClock();
	heard = [];
	asked = [];
	sentOf = 0;
	gates = 0;
	readWho = async () => undefined;

	constructor(relationship = { id: 1, state: "active" }) {
		this.talk = new Conversation({
			...{ conv, core: this.core, wire: this.wire, clock: this.clock },
			...{ relationship, chance: () => 0 },
			onChange: () => undefined,
			onIncoming: (line) => this.heard.push(line.text),
			onSent: () => {
				this.sentOf += 1;
			},
			onGate: () => {
				this.gates += 1;
			},
			onNewKeys: (whose) => this.asked.push(whose),
			onStateBehind: async () => undefined,
			readWho: () => this.readWho(),
			onFault: (error) => {
				throw error;
			},
		});
	}

	static async open(relationship) {
		const one = new OneTalk(relationship);
		await one.talk.open();
		return one;
	}

	async hear(bytes) {
		this.talk.hear(decodeFrame(bytes), bytes);
		await settled();
	}

	upto(n) {
		return this.hear(
			encodeFrame(TYPE.UPTO, { conv: CONV, n, h: new Uint8Array(32), sseq: 0, seenN: 0, mode: 2 }),
		);
	}

	get shown() {
		return this.talk.lines.map(({ text, state }) => `${text} ${state}`);
	}
}

export const line = (n, text, { mine = false, ts } = {}) =>
	entry(TYPE.ENTRY, {
		conv: CONV,
		n,
		text,
		mine,
		ts,
		msgId: utf8(`${mine ? "m" : "t"}${String(n).padStart(15, "0")}`),
	});
