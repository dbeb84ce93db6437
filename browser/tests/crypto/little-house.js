// A whole house in memory, honest unless a test makes it otherwise: accounts as they were posted, relationships,
// and a ledger that numbers, chains and signs receipts like the relay.

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { fromText, toText } from "../../crypto/bytes.js";
import { h } from "../../crypto/hash.js";
import { endorsementBytes } from "../../crypto/people.js";
import { random, ready, sign, signingPair } from "../../crypto/sodium.js";
import { Ledger } from "./little-ledger.js";
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
		const { client, specialist, conversations, joined = [], ...rest } = this.relationships.get(root);
		const mine = id === client ? "client" : "specialist";
		const joiner = joined.find((one) => one.id === id);
		const other = mine === "client" ? specialist : client;
		const everyone = [specialist, ...joined.map((one) => one.id)];
		const also = everyone.filter((one) => one !== id && one !== other).map((one) => this.row(one));
		const rows = conversations.map((row) => ({ ...row, n: this.ledger(row.conv).entries.length }));
		return structuredClone({
			...rest,
			...(joiner === undefined ? {} : { came: "handed-over", signed_for: root, ...signed(joiner) }),
			...(also.length === 0 ? {} : { company: { others: also, promises: this.promisesIn(root) } }),
			mine,
			other: this.row(other),
			conversations: rows,
		});
	}

	accept(root, { day, sig, invite_yes }) {
		const relationship = this.relationships.get(root);
		Object.assign(relationship, { specialist_day: day, specialist_sig: sig });
		if (invite_yes !== undefined) relationship.invite.yes = invite_yes;
	}

	/** A third said yes: both signatures under the promise as it stands. */
	join(root, id, { asked, yes }) {
		const relationship = this.relationships.get(root);
		relationship.joined = [...(relationship.joined ?? []), { id, asked, yes }];
	}

	/** GET /api/handovers, one row. */
	askedToCome(root, { day, sig }) {
		const { client, promise } = this.relationships.get(root);
		return { client: this.row(client), signed_for: root, promise, client_day: day, client_sig: sig };
	}

	/** The promise with everybody's signature under it. */
	promisesIn(root) {
		const { client, specialist, promise, joined = [], ...r } = this.relationships.get(root);
		const row = (account_id, role, { day, sig }) => ({ account_id, role, day, sig });
		const first = [
			row(client, 1, { day: r.client_day, sig: r.client_sig }),
			row(specialist, 2, { day: r.specialist_day, sig: r.specialist_sig }),
		];
		const later = joined.flatMap(({ id, asked, yes }) => [row(client, 1, asked), row(id, 2, yes)]);
		return [{ promise, signed: [...first, ...later] }];
	}

	ledger(conv) {
		if (!this.ledgers.has(conv)) this.ledgers.set(conv, new Ledger(fromText(conv), this));
		return this.ledgers.get(conv);
	}
}

const hashOfSlot = (slot) =>
	h("pse1/slot-hash", fromText(slot.slot_id), slot.type, slot.g, fromText(slot.box));

const signed = ({ asked, yes }) => ({
	client_day: asked.day,
	client_sig: asked.sig,
	specialist_day: yes.day,
	specialist_sig: yes.sig,
});
