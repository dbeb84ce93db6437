import { toText } from "../crypto/bytes.js";
import { TYPE } from "../crypto/frames.js";
import { Conversation } from "./conversation.js";
import { isOpen, newestOf, ofTalk } from "./relationships.js";
import { asRoomError, isRefusal } from "./trouble.js";

/**
 * All conversations that are open here, and which frame belongs to which.
 * @typedef {import("./relationships.js").Relation} Relation
 * @typedef {object} Given
 * @property {any} core
 * @property {import("../wire/socket.js").Wire} wire
 * @property {import("./clock.js").Clock} clock
 * @property {() => number} chance
 * @property {() => void} onChange
 * @property {(conversation: Conversation, line: import("./lines.js").Line) => void} onIncoming
 * @property {(conv: string, kind: string) => void} onSent
 * @property {() => void} onGate
 * @property {() => void} onReadFar many lines were new here: where they end is worth keeping soon
 * @property {(whose: "me" | "them") => void} onNewKeys
 * @property {() => Promise<void>} onStateBehind
 * @property {() => Promise<void>} readWho
 * @property {(relation: Relation) => Promise<Relation>} askAgain
 */

/** A talk opens fifty lines before its mark; with more than this the mark lies far behind. */
const FAR = 100;

export class Conversations {
	#given;
	/** @type {Map<string, Conversation>} */
	#open = new Map();
	/** @type {Map<number, string>} */
	#troubles = new Map();

	/** @param {Given} given */
	constructor(given) {
		this.#given = given;
	}

	/** @param {string} conv */
	of(conv) {
		return this.#open.get(conv) ?? null;
	}

	/** @param {Relation} relation */
	newestOf(relation) {
		return this.of(newestOf(relation)?.conv ?? "");
	}

	/** @param {number} id of the relationship */
	troubleWith(id) {
		return this.#troubles.get(id) ?? null;
	}

	/** Lines that were never stored, by conversation. */
	get unsent() {
		return [...this.#open.values()].map(({ conv, unsent }) => ({ conv, texts: unsent }));
	}

	/** What the house lists now: opens what goes on, tells the open ones what moved. @param {readonly Relation[]} relations */
	async follow(relations) {
		for (const relation of relations) {
			const conv = newestOf(relation)?.conv;
			const isTheirs = conv !== undefined && isOpen(relation) && ofTalk(relations, conv) === relation;
			if (isTheirs) await this.#try(relation, () => this.open(relation, conv));
			await this.#tell(relation, relations);
		}
	}

	/** @param {Relation} relation @param {string} conv */
	async open(relation, conv) {
		const known = this.#open.get(conv);
		if (known) return known;
		return await this.#begin(conv, this.#make(relation, conv));
	}

	/** @param {string} conv @param {Conversation} conversation */
	async #begin(conv, conversation) {
		this.#open.set(conv, conversation);
		try {
			await conversation.open();
		} catch (error) {
			this.#open.delete(conv);
			throw error;
		}
		this.#noteFar(conversation);
		return conversation;
	}

	/** One that is no talk of two, made elsewhere and heard here. @param {string} conv @param {(given: any) => Conversation} make */
	async join(conv, make) {
		const known = this.#open.get(conv);
		if (known) return known;
		const { core, wire, clock, chance, onChange, onSent } = this.#given;
		const { onGate, onNewKeys, onStateBehind, readWho } = this.#given;
		const conversation = make({
			...{ conv, core, wire, clock, chance, onChange, onGate, onNewKeys, onStateBehind, readWho },
			onSent: (/** @type {string} */ kind) => onSent(conv, kind),
		});
		return await this.#begin(conv, conversation);
	}

	/** A page that is closed without locking would read all of it again at the next visit. @param {Conversation} conversation */
	async #noteFar(conversation) {
		await conversation.isHere();
		const isOpen = this.of(conversation.conv) === conversation;
		if (isOpen && conversation.lines.length > FAR) this.#given.onReadFar();
	}

	/** @param {import("../wire/socket.js").Frame} frame @param {Uint8Array} bytes */
	hear(frame, bytes) {
		const conversation = frame.conv ? this.of(toText(frame.conv)) : null;
		if (conversation) conversation.hear(frame, bytes);
		else if (frame.type === TYPE.GATE) this.#given.onGate();
	}

	/** Keys came, mine or theirs: what waited for them goes on. */
	async keysCame() {
		await Promise.all([...this.#open.values()].map((conversation) => conversation.goOn()));
	}

	/** What a search brought is not held once somebody looks elsewhere. @param {string} conv */
	forgetFarBut(conv) {
		for (const [one, conversation] of this.#open) if (one !== conv) conversation.forgetFar();
	}

	/** @param {boolean} up */
	line(up) {
		for (const conversation of this.#open.values()) {
			if (up) conversation.lineUp();
			else conversation.lineDown();
		}
	}

	end() {
		for (const conversation of this.#open.values()) conversation.end();
		this.#open.clear();
	}

	/** @param {Relation} relation @param {string} conv */
	#make(relation, conv) {
		const { core, wire, clock, chance, onChange, onSent } = this.#given;
		const { onGate, onNewKeys, onStateBehind, readWho, askAgain } = this.#given;
		/** @type {Conversation} */
		const made = new Conversation({
			...{ conv, relationship: relation, core, wire, clock, chance, onChange },
			...{ onGate, onNewKeys, onStateBehind, readWho, askAgain },
			onSent: (kind) => onSent(conv, kind),
			onIncoming: (line) => this.#given.onIncoming(made, line),
			onFault: (error) => this.#fault(relation, error),
		});
		return made;
	}

	/** @param {Relation} relation @param {readonly Relation[]} relations */
	async #tell(relation, relations) {
		for (const { conv } of relation.conversations)
			if (ofTalk(relations, conv) === relation) await this.of(conv)?.changed(relation);
	}

	/** One that cannot be opened keeps nobody from the others. @param {Relation} relation @param {() => Promise<unknown>} deed */
	async #try(relation, deed) {
		try {
			await deed();
			this.#troubles.delete(relation.id);
		} catch (error) {
			this.#fault(relation, error);
		}
	}

	/** @param {Relation} relation @param {unknown} error */
	#fault(relation, error) {
		if (!isRefusal(error)) throw error;
		this.#troubles.set(relation.id, asRoomError(error).code);
		this.#given.onChange();
	}
}
