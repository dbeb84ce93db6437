// A whole house in memory, honest unless a test makes it otherwise: accounts as they were posted, relationships,
// and a ledger that numbers, chains and signs receipts like the relay.

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { concat, fromText, toText } from "../../crypto/bytes.js";
import { chainNext, chainStart, hashOfAad, hashOfBox } from "../../crypto/chain.js";
import { chained, KIND } from "../../crypto/entry.js";
import { ehBytes, ehHashOf, headerFromFrame } from "../../crypto/epoch.js";
import { decodeFrame, encodeFrame, TYPE } from "../../crypto/frames.js";
import { h } from "../../crypto/hash.js";
import { endorsementBytes } from "../../crypto/people.js";
import { leafOf, receiptBytes } from "../../crypto/receipt.js";
import { random, ready, sign, signingPair } from "../../crypto/sodium.js";
import { LittleLog } from "./little-log.js";

const PROTOCOL = new URL("../../../protocol/", import.meta.url);
export const FIVE = readFileSync(new URL("words/five.en.txt", PROTOCOL), "utf8");
export const PLACES = readFileSync(new URL("words/places.en.txt", PROTOCOL), "utf8");
export const FACTS = JSON.parse(readFileSync(new URL("facts.json", PROTOCOL), "utf8"));
export const PROMISE = {
	version: 1,
	sentences: [
		["two-read", ["Harbour"]],
		["kept-months", ["12"]],
	],
};
export const CATALOGUE = {
	sentences: {
		"two-read": { takes: ["programme"] },
		"kept-months": { takes: ["months"] },
		"pass-on-court": { takes: [] },
		"no-real-name": { takes: [] },
	},
};
export const DAY = 20_500;
export const NOON = DAY * 86_400_000 + 43_200_000;
const NOTHING = new Uint8Array(0);
const HOME = new Uint8Array(randomBytes(16));

export class LittleHouse {
	accounts = new Map();
	relationships = new Map();
	ledgers = new Map();
	/** Who is who. */
	list = new LittleLog(this);

	static async open() {
		await ready();
		return new LittleHouse();
	}

	constructor() {
		this.home = HOME;
		this.roster = signingPair(random(32));
		this.log = signingPair(random(32));
	}

	/** What init takes. */
	get config() {
		const { home, roster, log } = this;
		const lists = { five: { en: FIVE }, facts: FACTS, promise: CATALOGUE };
		return { home: toText(home), roster: toText(roster.publicKey), log: toText(log.publicKey), lists };
	}

	/** POST /api/sign-up, as it was sent. */
	signUp(payload) {
		const { username, account_id, key_record, slots, auth, bundle, state } = payload;
		const account = {
			username,
			account_id,
			key_records: [key_record],
			slots,
			auth,
			bundle,
			state,
			roles: [1],
			endorsement: null,
			profile: null,
		};
		this.accounts.set(account_id, account);
		this.list.keys(account_id, key_record);
		return this.me(account_id);
	}

	me(id) {
		const { slots, auth, endorsement, profile, ...rest } = this.accounts.get(id);
		const listed = slots.map((slot) => ({
			slot_id: slot.slot_id,
			type: slot.type,
			g: slot.g,
			hash: toText(hashOfSlot(slot)),
			profile: slot.profile,
			suspended: false,
		}));
		return structuredClone({ ...rest, slots: listed, spare_seen: false });
	}

	/** PUT /api/state: the changed parts replace the old ones; compare-and-set on ctr. */
	saveState(id, body) {
		const { state } = this.accounts.get(id);
		if (body.ctr !== state.ctr + 1) return { moved: structuredClone(state) };
		const parts = state.parts.map((part) => body.parts.find(({ name }) => name === part.name) ?? part);
		this.accounts.get(id).state = structuredClone({ ...body, parts });
		return { moved: null };
	}

	/** POST /api/key-records: record, bundle and state together, or another device was first. */
	takeKeys(id, { key_record, bundle, state }) {
		const account = this.accounts.get(id);
		const isNext = key_record.gen === account.key_records.length && bundle.ver === account.bundle.ver + 1;
		if (!isNext || this.saveState(id, state).moved !== null) return false;
		account.key_records = [...account.key_records, key_record];
		this.list.keys(id, key_record);
		account.bundle = bundle;
		return true;
	}

	/** POST /api/new-lock: the old ways in go, all else is replaced. */
	takeLock(id, { key_record, bundle, state, words, spare }) {
		const account = this.accounts.get(id);
		account.key_records = [...account.key_records, key_record];
		this.list.keys(id, key_record);
		account.slots = [words.slot, spare.slot];
		account.auth = { words: words.auth, spare: spare.auth };
		Object.assign(account, structuredClone({ bundle, state }));
	}

	/** The programme stands behind somebody's keys, offline, with the roster key. */
	endorse(
		id,
		{
			name,
			from = DAY - 1,
			to = DAY + 89,
			serial = 1,
			role = 2,
			signer = this.roster,
			kr = null,
			isLogged = true,
		} = {},
	) {
		const account = this.accounts.get(id);
		const endorsement = {
			account_id: id,
			kr_hash: kr ?? account.kr,
			role,
			display_name: name,
			from_day: from,
			to_day: to,
			serial,
		};
		const sig = toText(sign(signer.secretKey, endorsementBytes(this.home, endorsement)));
		account.endorsement = { ...endorsement, sig };
		if (isLogged) this.list.word(account.endorsement);
		return account.endorsement;
	}

	/** A directory row, or the other person of a relationship. */
	row(id) {
		const { account_id, key_records, endorsement, profile } = this.accounts.get(id);
		return structuredClone({
			account_id,
			key_records,
			endorsement,
			profile,
			free: true,
			display_name: endorsement?.display_name ?? null,
		});
	}

	/** POST /api/asks. */
	takeAsk(clientId, { specialist, conv, rand, promise, day, sig, invite }) {
		const relationship = {
			client: clientId,
			specialist,
			promise,
			client_sig: sig,
			client_day: day,
			specialist_sig: null,
			specialist_day: null,
			conversations: [{ conv, rand, mode: 1, n: 0, continues: null }],
			...(invite === undefined ? {} : { invite: { ...invite, yes: null } }),
		};
		this.relationships.set(conv, relationship);
		return relationship;
	}

	/** POST .../again: the conversation that continues. */
	takeAgain(root, old, { conv, rand }) {
		this.relationships.get(root).conversations.unshift({ conv, rand, mode: 2, n: 0, continues: old });
	}

	/** R of api.md, as this person gets it. */
	relationshipFor(id, root) {
		const { client, specialist, conversations, ...rest } = this.relationships.get(root);
		const mine = id === client ? "client" : "specialist";
		const rows = conversations.map((row) => ({ ...row, n: this.ledger(row.conv).entries.length }));
		return structuredClone({
			...rest,
			mine,
			other: this.row(mine === "client" ? specialist : client),
			conversations: rows,
		});
	}

	accept(root, { day, sig, invite_yes }) {
		const relationship = this.relationships.get(root);
		Object.assign(relationship, { specialist_day: day, specialist_sig: sig });
		if (invite_yes !== undefined) relationship.invite.yes = invite_yes;
	}

	ledger(conv) {
		if (!this.ledgers.has(conv)) this.ledgers.set(conv, new Ledger(fromText(conv), this));
		return this.ledgers.get(conv);
	}
}

const hashOfSlot = (slot) =>
	h("pse1/slot-hash", fromText(slot.slot_id), slot.type, slot.g, fromText(slot.box));

/** One conversation's log. `entries[n - 1]` is {n, kind, frame fields, wraps, h}. */
export class Ledger {
	entries = [];
	mode = 2;

	constructor(conv, house) {
		this.conv = conv;
		this.house = house;
	}

	hashAt(n) {
		return n === 0 ? chainStart(this.conv) : this.entries[n - 1].h;
	}

	/** Takes HEADER and SEND frames in one commit; answers their ACK frames. */
	store(frames) {
		const kept = frames.flatMap((raw) => this.#kept(decodeFrame(raw)));
		return this.acks(kept);
	}

	#kept({ type, ...fields }) {
		if (type === TYPE.SEND) return [this.append({ kind: fields.kind, fields })];
		const header = this.append({ kind: KIND.HEADER, fields });
		const first = fields.first.length === 0 ? [] : this.#kept(decodeFrame(fields.first));
		return [header, ...first];
	}

	/** Whatever it is given: this is where a hostile house puts its hand in. */
	append({ kind, fields }) {
		const n = this.entries.length + 1;
		const { hAad, hBox, id } = kind === KIND.HEADER ? headerHashes(fields) : entryHashes(fields);
		const hash = chainNext(this.hashAt(n - 1), { conv: this.conv, n, kind, hAad, hBox });
		const entry = { n, kind, fields, hAad, hBox, id, h: hash };
		this.entries.push(entry);
		return entry;
	}

	/** One receipt for the whole commit. */
	acks(kept) {
		const levels = [kept.map((entry) => leafOf(this.conv, entry.n, entry.h))];
		while (levels.at(-1).length > 1) levels.push(parents(levels.at(-1)));
		const { home, log } = this.house;
		const sig = sign(log.secretKey, receiptBytes(home, kept.length, levels.at(-1)[0]));
		return kept.map((entry, index) =>
			encodeFrame(TYPE.ACK, {
				id: entry.id,
				conv: this.conv,
				n: entry.n,
				h: entry.h,
				index,
				size: kept.length,
				path: path(levels, index),
				sig,
			}),
		);
	}

	/** The answer to FOLLOW for this person: HEADs, BASE, entries, UPTO. */
	follow(who, afterN = 0, entries = this.entries) {
		const heads = entries.filter(({ kind }) => kind === KIND.HEADER).map((entry) => this.head(entry, who));
		const after = entries
			.filter(({ n, kind }) => n > afterN && kind !== KIND.HEADER)
			.map((entry) => this.entryFrame(entry));
		return [...heads, this.base(afterN), ...after, this.upto(who)];
	}

	/** The answer to PAGE. */
	page(beforeN, count) {
		const first = Math.max(1, beforeN - count);
		const items = this.entries.slice(first - 1, beforeN - 1).filter(({ kind }) => kind !== KIND.HEADER);
		return [
			this.base(first - 1),
			...items.map((entry) => this.entryFrame(entry)),
			encodeFrame(TYPE.PAGED, { conv: this.conv, n: beforeN - 1 }),
		];
	}

	base(n) {
		return encodeFrame(TYPE.BASE, { conv: this.conv, n, h: this.hashAt(n) });
	}

	upto(who, n = this.entries.length) {
		const mine = this.entries
			.slice(0, n)
			.filter(({ kind, fields }) => kind !== KIND.HEADER && toText(fields.sender) === who);
		return encodeFrame(TYPE.UPTO, {
			conv: this.conv,
			n,
			h: this.hashAt(n),
			sseq: mine.length,
			seenN: mine.at(-1)?.fields.seenN ?? 0,
			mode: this.mode,
		});
	}

	/** One stored thing as it is delivered: HEAD with the receiver's wrap, or ENTRY. */
	frameOf(entry, who) {
		return entry.kind === KIND.HEADER ? this.head(entry, who) : this.entryFrame(entry);
	}

	entryFrame({ n, fields, isGone, kind, hAad, hBox }) {
		if (isGone)
			return encodeFrame(TYPE.GONE, {
				conv: this.conv,
				n,
				kind,
				sender: fields.sender,
				sseq: fields.sseq,
				hAad,
				hBox,
			});
		return encodeFrame(TYPE.ENTRY, { ...fields, n });
	}

	head({ n, fields }, who) {
		const wraps = Array.from({ length: fields.wraps.length / 128 }, (_, i) =>
			fields.wraps.slice(i * 128, i * 128 + 128),
		);
		const own = wraps.find((pair) => toText(pair.slice(0, 16)) === who)?.slice(16) ?? NOTHING;
		return encodeFrame(TYPE.HEAD, { ...fields, n, headerConv: fields.conv, conv: this.conv, wrap: own });
	}
}

function headerHashes(fields) {
	const eh = ehBytes(headerFromFrame(fields));
	return { hAad: hashOfAad(eh), hBox: hashOfBox(fields.ehSig), id: ehHashOf(eh).slice(0, 16) };
}

function entryHashes(fields) {
	const { aad, carried } = chained(fields);
	return { hAad: hashOfAad(aad), hBox: hashOfBox(carried), id: fields.msgId };
}

const parents = (level) =>
	Array.from({ length: Math.ceil(level.length / 2) }, (_, i) =>
		level[2 * i + 1] === undefined ? level[2 * i] : h("pse1/rnode", level[2 * i], level[2 * i + 1]),
	);

function path(levels, index) {
	const parts = [];
	for (const [depth, level] of levels.slice(0, -1).entries()) {
		const sibling = level[(index >> depth) ^ 1];
		if (sibling !== undefined) parts.push(sibling);
	}
	return concat(...parts);
}
