// The shapes of api.md that go in and out of the core. Bytes are base64url text unless a type says Uint8Array.

export interface KeyRecordJson {
	account_id: string;
	gen: number;
	ik: string;
	ek: string;
	rand: string;
	prev: string;
	day: number;
	sig: string;
	prev_sig: string;
}
export interface EndorsementJson {
	account_id: string;
	kr_hash: string;
	role: number;
	display_name: string;
	from_day: number;
	to_day: number;
	serial: number;
	sig: string;
}
export interface ProfileJson {
	ver: number;
	day: number;
	bytes: string;
	sig: string;
}
export interface SlotJson {
	slot_id: string;
	type: number;
	g: number;
	profile: number;
	salt: string;
	box: string;
}
export interface SlotHashJson {
	slot_id: string;
	type: number;
	g?: number;
	hash: string;
	profile?: number;
	suspended?: boolean;
}
export interface ChangeJson {
	slot_id: string;
	kind: number;
	type: number;
	due_on: number;
	hash: string | null;
}
export interface PartJson {
	name: number;
	ver: number;
	box: string;
}
export interface StateJson {
	g: number;
	ctr: number;
	prev: string;
	box: string;
	parts: PartJson[];
}
export interface MeJson {
	account_id: string;
	username: string;
	roles: number[];
	key_records: KeyRecordJson[];
	slots: SlotHashJson[];
	changes?: ChangeJson[];
	bundle: { g: number; ver: number; box: string };
	state: StateJson;
	spare_seen: boolean;
	spare_at_once?: boolean;
}
export interface PromiseJson {
	version: number;
	sentences: [string, string[]][];
}
export interface PersonJson {
	account_id: string;
	display_name?: string | null;
	key_records: KeyRecordJson[];
	endorsement: EndorsementJson | null;
	profile: ProfileJson | null;
}
export interface ConversationJson {
	conv: string;
	rand: string;
	mode: number;
	n: number;
	continues: string | null;
}
export interface RelationshipJson {
	mine: "client" | "specialist";
	other: PersonJson;
	promise: PromiseJson;
	client_sig: string;
	client_day: number;
	specialist_sig: string | null;
	agreements?: import("./editions.js").EditionJson[];
	specialist_day: number | null;
	conversations: ConversationJson[];
	invite?: { invite_id: string; bind: string; yes: string | null };
	/** this specialist came into a talk that was there before */
	came?: "handed-over" | "stands-in";
	/** the conversation over whose id the promise was signed */
	signed_for?: string;
	/** whoever else reads or read here, and every promise the talk was in */
	company?: { others: PersonJson[]; promises: PromisedJson[] };
}
export interface PromisedJson {
	promise: PromiseJson;
	signed: { account_id: string; role: number; day: number; sig: string }[];
}
/** Who asks me to come into a talk that was there before. */
export interface HandoverJson {
	client: PersonJson;
	signed_for: string;
	promise: PromiseJson;
	client_sig: string;
	client_day: number;
}
export interface StateCount {
	ctr: number;
	g: number;
	hash: string;
}

/** What a key record holds, as bytes. */
export interface KeyRecord {
	accountId: Uint8Array;
	gen: number;
	ik: Uint8Array;
	ek: Uint8Array;
	rand: Uint8Array;
	prev: Uint8Array;
	day: number;
	sig: Uint8Array;
	prevSig: Uint8Array;
	hash: Uint8Array;
}
export interface Member {
	accountId: Uint8Array;
	krHash: Uint8Array;
	role: number;
}
export interface Header {
	conv: Uint8Array;
	kind: number;
	epoch: number;
	prevEhHash: Uint8Array;
	closedN: number;
	closedH: Uint8Array;
	ownerId: Uint8Array;
	authorId: Uint8Array;
	retention: number;
	agreementHash: Uint8Array;
	members: Member[];
	kc: Uint8Array;
	wrapsHash: Uint8Array;
	logSize: number;
	logRoot: Uint8Array;
	day: number;
	reasonCode: number;
}
export interface Ctx {
	kind: number;
	conv: Uint8Array;
	epoch: number;
	ehHash: Uint8Array;
	sender: Uint8Array;
	msgId: Uint8Array;
	sseq: number;
	seenN: number;
	seenH: Uint8Array;
	fc: Uint8Array;
}
export interface Entry extends Ctx {
	n: number;
	box: Uint8Array;
}
export interface Line {
	n: number;
	id: string | null;
	from: "me" | "them";
	/** who wrote it: with three people, "them" says too little */
	by: string;
	t: "hello" | "text" | "goodbye" | "continues" | "grant" | "leave" | "newer" | "edit" | "react" | "erase" | "att" | "mend" | "path" | null;
	text: string;
	name: string | null;
	ts: number | null;
	late: boolean;
	older: boolean;
	trouble: "not-opened" | "newer" | "forgotten" | "taken-back" | null;
	/** it was taken back, and what proves it is still here */
	held?: true;
	/** the line it answers */
	re: string | null;
	/** what came with it, for screens: never how it opens */
	file: { type: number; name: string; secs: number; size: number; pieces: number } | null;
	/** what it said before, oldest first */
	earlier: { text: string; ts: number }[];
	/** one of envelope.md's reactions for each of the two, 0 for none */
	signs: { me: number; them: number };
	/** what stands there as more than words: its type and its own fields */
	card?: { t: string } & Record<string, any>;
	/** of each of the others, where one of them did */
	signsBy?: { by: string; r: number }[];
	/** which step of mending it is, and of what */
	mend?: { step: number; about: number; how: number; of: string };
	/** what its writer let somebody read of before: days from and until */
	granted?: { to: string; spans: { from: number; until: number }[] };
}
