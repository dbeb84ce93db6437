/** What screens see of the room: the shapes browser/README.md promises. Types only. */

export interface Reply {
	id: string;
	params: { days: number[]; from: string; to: string; within: number; zone: string; sameZone: boolean };
	outside: boolean;
	again: number | null;
}
export interface Reason {
	kind: "fact" | "lang" | "time";
	id: string;
	matters: boolean;
}
export interface Person {
	accountId: string;
	name: string;
	line: string;
	about: string;
	waiting: string;
	facts: readonly string[];
	langs: readonly string[];
	reply: Reply;
	free: boolean;
	againDay: number | null;
	runsDesk: boolean;
	standsBehindUntil: number;
	reasons: readonly Reason[];
}
export interface Sentence {
	id: string;
	group: string;
	heading: string;
	text: string;
}
export interface Line {
	id: string;
	n: number | null;
	from: "me" | "them";
	kind: "hello" | "text" | "goodbye" | "continues" | "left" | "newer" | "unopened" | "forgotten" | "taken-back" | "att" | "turn" | "granted" | "card" | "mend";
	/** which step about what did not sit right, and of what */
	mend?: { step: number; about: number; how: number; of: string };
	/** what stands there as more than words: its type and its own fields */
	card?: { t: string } & Record<string, any>;
	text: string;
	name: string;
	ts: number | null;
	date: string | null;
	newDay: boolean;
	late: boolean;
	state: "stored" | "waiting" | "sending" | "asks" | "refused";
	changed: readonly string[];
	trouble: string | null;
	/** what answers and small changes name it by */
	msg: string | null;
	/** taken back, and what proves it is still here */
	held?: true;
	/** the `msg` of the line it answers */
	re: string | null;
	file: LineFile | null;
	earlier: readonly { text: string; ts: number }[];
	signs: { me: number; them: number };
	/** whose, by account, and what each of the others said about it: with three people "them" says too little */
	by?: string;
	signsBy?: readonly { by: string; r: number }[];
	turn?: Readonly<{ came: readonly string[]; went: readonly string[] }> | null;
	granted?: { to: string; spans: readonly { from: number; until: number }[] } | null;
}
export interface Handover {
	id: number;
	kind: "handover" | "stand-in";
	state: "suggested" | "asked" | "agreed" | "together" | "done" | "declined" | "called-off" | "lapsed";
	by: "you" | "them" | "programme";
	to: Readonly<{ accountId: string; name: string | null }>;
	from: Readonly<{ accountId: string; name: string | null }>;
	askedOn: number;
	until: number | null;
	reads: boolean;
}
export interface LineFile {
	type: number;
	name: string;
	secs: number;
	size: number;
	pieces: number;
}
export interface Parcel extends LineFile {
	done: number;
	state: "sending" | "cut" | "refused";
	trouble: string | null;
}
export interface Page {
	docId: string;
	ver: number;
	kind: "page";
	title: string;
	text: string;
	day: number;
}
export interface KeptLine {
	docId: string;
	ver: number;
	kind: "kept";
	conv: string;
	/** who wrote it, by account */
	by: string;
	n: number;
	name: string;
	text: string;
	ts: number | null;
	/** from a file, out of another place or an earlier one */
	isBrought: boolean;
}
export interface Around {
	before: string;
	match: string;
	after: string;
}
export interface FoundLine extends Around {
	conv: string;
	id: string | null;
	n: number;
	from: "me" | "them";
	ts: number;
}
export type Sheet = import("../talk/notebook.js").Sheet;
export type FoundDocument = (Page | KeptLine | Sheet | import("../talk/notebook.js").Unsaid) & Around;
export interface Found {
	lines: readonly FoundLine[];
	documents: readonly FoundDocument[];
	more: boolean;
}
export interface Relationship {
	id: string;
	state: "asked" | "active" | "paused" | "ended" | "declined" | "withdrawn" | "lapsed";
	mine: "client" | "specialist";
	askedOn: number;
	agreedOn: number | null;
	endedOn: number | null;
	endedBy: "you" | "them" | "programme" | null;
	mayAskAgainOn: number | null;
	mayAskSomeoneElse: boolean;
	helloMissing: boolean;
	other: { accountId: string; name: string | null; person: Person | null; standsBehindUntil: number | null; lock: "same" | "renewed"; meets?: boolean };
	conv: string | null;
	earlier: readonly string[];
	readable: boolean;
	mayAskAgain: boolean;
	/** they said no to me: from this day I can ask them again */
	restsUntil: number | null;
	called: string;
	note: string;
	promise: readonly Sentence[] | null;
	promiseBoth: boolean;
	/** this specialist came into a talk that was there before */
	came?: "handed-over" | "stands-in" | null;
	handover?: Handover | null;
	/** who left, says the house, and still reads */
	leaving?: string | null;
	/** I said yes, and was not let in yet */
	notYet?: boolean;
	/** our promise names the help that a device works out by itself */
	mayListen?: boolean;
	endedHow: "closed" | "planned" | null;
	/** I blocked them; they are never told */
	blocked: boolean;
	pause: import("../talk/life.js").Pause | null;
	/** a pause is over, and nobody has written since */
	isBack: boolean;
	plan: import("../talk/life.js").Plan | null;
	wayBack: import("../talk/life.js").WayBack | null;
	missing: import("../talk/life.js").Missing;
	/** a break of the specialist, to come or under way, in days of 1970 */
	away?: { from: number; back: number; cover: string | null } | null;
	/** how long the promise keeps words; 0 until whoever asked closes their place */
	keptMonths: number;
	/** what is asked or told about a promise that changes */
	change?: Readonly<{ asked: import("../talk/promising.js").ShownPut | null; told: import("../talk/promising.js").ShownPut | null; kept: import("../talk/promising.js").ShownPut | null }> | null;
	/** how the two came to know each other: by a link, or face to face */
	met?: import("../talk/inviting.js").Met | null;
	waitingForMe: boolean;
	lateSince: number | null;
	newLines: number;
	last: Line | null;
	trouble: string | null;
}
export interface Conversation {
	conv: string;
	relationship: Relationship;
	name: string | null;
	lines: readonly Line[];
	older: "more" | "loading" | "none" | "held";
	catching: boolean;
	canWrite: boolean;
	whyNot: null | "asked" | "paused" | "ended" | "stopped" | "promise" | "lock-changed" | "programme-lapsed" | "own-lapsed" | "list" | "not-yet" | "leaving";
	stopped: null | { cause: string };
	mayStartAgain: boolean;
	question: null | { why: "fifty" | "fortnight" };
	outside: boolean;
	reply: Reply | null;
	draft: string;
	/** why the newest small change could not be made */
	parcel: Parcel | null;
	undone: string | null;
	/** everybody else who reads or read here */
	company?: readonly Readonly<{ accountId: string; name: string | null; reads: boolean }>[];
	/** lines that the two add to their promise */
	ours: { me: import("../crypto/ours.js").Standing | null; them: import("../crypto/ours.js").Standing | null };
	/** what they word together, to be told to somebody */
	drafted: import("../crypto/share.js").Drafted | null;
	/** what did not sit right, as far as it was read */
	mends: readonly import("../crypto/mend.js").Mend[];
	/** what was said would be done, and contacts elsewhere */
	vows?: readonly import("../crypto/vow.js").Vow[];
	path: import("../talk/known.js").Known["path"];
	/** what was opened of stories here, by whom */
	openings: import("../talk/known.js").Known["openings"];
	/** of those who read, who proves who they are in another way now */
	renewed?: string | null;
}
export interface Config {
	programme: string;
	country: string;
	/** what to ring there when a life is in danger; empty where nobody knows */
	emergency: string;
	lang: string;
	langs: readonly string[];
	doorOpen: boolean;
	closesOn: number | null;
	today: number;
	retention: number;
	keeping: { least: number; most: number; open: boolean };
	contact: { name: string; phone: string };
	independent: { name: string; phone: string };
	leave: string;
	/** there is something about circles to find here */
	circles?: boolean;
	/** whoever wishes may have words of danger looked for in what they write */
	hints?: boolean;
}
export interface ProfileFields {
	about: string;
	facts: string[];
	langs: string[];
	line: string;
	name: string;
	reply: { days: number[]; from: number; to: number; tz: string; within: number };
	waiting: string;
}
export interface ReachWish {
	address: string;
	on: boolean;
	quiet_from: number;
	quiet_to: number;
	zone: string;
	sender: string;
	subject: string;
	rest_hours: number;
	day_before: boolean;
	hour_before: boolean;
}
export interface Reach extends ReachWish {
	mail: boolean;
	/** the key a push service is asked with; empty where this house uses none */
	push: string;
	/** this browser could be told */
	can: boolean;
	/** how many devices are told; this one is */
	devices: number;
	here: boolean;
	/** this house sends texts; the number of a phone, empty for none */
	texts: boolean;
	number: string;
	/** its holder showed the code */
	number_confirmed: boolean;
	/** no text goes there */
	number_returned: boolean;
	/** the calendar has an address */
	calendar: boolean;
	zoneHere: string;
	confirmed: boolean;
	returned: boolean;
}
export interface Me {
	username: string;
	callName: string;
	roles: readonly number[];
	isSpecialist: boolean;
	hasNewLock?: boolean;
	onlySupervises: boolean;
	/** answers concerns */
	isOfficer?: boolean;
	joining: boolean;
	spareSeen: boolean;
	/** the place is new: the words alone make a fresh spare code; later it waits three days */
	spareAtOnce: boolean;
	standsBehindUntil: number | null;
	profile: ProfileFields | null;
	seat: { paused: boolean; cap: number } | null;
	atTheDesk: readonly { id: number; name: string; agreed: boolean }[];
	/** the team did something with a story of one's own in the library since one looked */
	libraryNews: boolean;
	/** a concern of one's own was answered lately, or something decided about oneself holds or is new */
	concernNews: boolean;
}
export interface HelpLine {
	name: string;
	who: string;
	how: readonly { kind: "call" | "text" | "chat"; value: string }[];
	hours: string;
	what_happens: string;
	verified: string;
	lang?: string;
	/** what it shares with the line it is never shown without; empty for most */
	pair?: string;
}
export interface Wishes {
	facts: string[];
	langs: string[];
	matters: string | null;
	anyone: boolean;
	/** Whom somebody passed by among those shown; it never leaves the device. */
	passed?: readonly string[];
}
export interface View {
	door: "starting" | "unreachable" | "too-old" | "no-wasm" | "outside" | "renewing" | "inside" | "locked" | "closed" | "left";
	work: string | null;
	line: "off" | "connecting" | "up" | "down" | "crowded" | "ended";
	config: Config | null;
	help: readonly HelpLine[] | null;
	offer: { username: string; words: readonly string[] } | null;
	username: string | null;
	title: string | null;
	notebook: null | {
		state: "closed" | "loading" | "open";
		pages: readonly Page[];
		kept: readonly KeptLine[];
		checks?: readonly Sheet[];
		unsaid?: readonly import("../talk/notebook.js").Unsaid[];
		troubles: readonly { docId: string; code: string }[];
	};
	/** what each part of the room shows that is here */
	parts?: Readonly<Record<string, any>>;
	onlyToday: boolean;
	lastOpened: number | null;
	me: Me | null;
	notices: readonly { code: string }[];
	step: "finding" | "hello-missing" | "waiting" | "talking" | "home" | "joining" | "supervising" | null;
	finding: null | {
		state: "loading" | "ready" | "failed";
		verdict: "several" | "one" | "none-fit" | "none-free" | "nobody" | null;
		people: readonly Person[];
		refused: number;
		wishes: Wishes;
	};
	relationships: readonly Relationship[];
	/** a specialist switched the listening coach on */
	listening?: boolean;
	/** the programme and this person let words of danger be looked for in what they write */
	hints?: boolean;
	home: null | {
		late: readonly Relationship[];
		again?: readonly Relationship[];
		hellos: readonly Relationship[];
		waiting: readonly Relationship[];
		rest: readonly Relationship[];
	};
	/** a specialist's links */
	invites?: readonly import("../talk/inviting.js").Invite[];
	/** the link this person came by */
	invite?: import("../talk/invited.js").Shown | null;
	lock: { minutes: number; phase: "open" | "covered" | "warning"; warningFor?: number };
	receipt: null | { day: number; slots: number; wraps: number; heldUntil: number | null; proven: boolean };
	device: null | { username: string; pin: boolean; minutes: number; wantsWords: boolean };
	ways: readonly Way[];
	changes: readonly Change[];
	offerOwn: boolean;
	/** this browser and its device could open with the device's own lock */
	passkeys?: boolean;
	/** while a file is being made: how many lines were read, of about how many */
	along: { done: number; of: number } | null;
	/** how many things of a file are in the notebook, of how many */
	bringing: { done: number; of: number } | null;
	/** null while nobody knows: then nothing is suggested either */
	badDay: boolean | null;
	asks: "spare" | "rules" | "plan" | "desk" | "own" | "check" | null;
}
export interface Way {
	slotId: string;
	type: number;
	name: string;
	day: number;
	known: boolean;
	pin: boolean;
	suspended: boolean;
	here: boolean;
}
export interface Change {
	slotId: string;
	kind: "add" | "remove" | "words" | "along" | "lock";
	type: number;
	dueOn: number;
}
export interface Proof {
	code?: string;
	words?: string;
}
export interface TakenAlong {
	filename: string;
	file: Blob;
	words: readonly string[];
	talks: number;
	leftOut: number;
	filesLeftOut: number;
	documents: number;
	documentsLeftOut: number;
}
/** What is in a file that was taken along: its day, and how much of it. */
export interface FoundInFile {
	day: number;
	elsewhere: boolean;
	pages: number;
	kept: number;
	checks: number;
	own: number;
	there: number;
}
export interface ReadWord {
	typed: string;
	word: string | null;
}
/** Who looks at the list of who is who from outside; `seconds` = when they last signed it. */
export interface Witness {
	name: string;
	seconds: number | null;
}

export interface Room extends EventTarget {
	readonly view: View;
	start(): Promise<void>;
	doing(part: string, deed: string, ...all: any[]): Promise<any>; reading(part: string, deed: string, ...all: any[]): Promise<any>;
	bringInvite(text: string): Promise<unknown>; findInviter(): Promise<unknown>; dropInvite(): unknown;
	makeInvite(how: "link" | "person"): Promise<string>;
	safetyWords(id: string): Promise<{ mine: readonly string[]; theirs: readonly string[]; picture: string }>;
	wordsCompared(id: string): Promise<unknown>;
	pictureScanned(id: string, text: string): Promise<"same" | "other" | "none">;
	takeInviteBack(inviteId: string): Promise<unknown>;
	newOffer(): Promise<unknown>;
	readWords(text: string): Promise<{ words: ReadWord[]; complete: boolean }>;
	comeIn(how: { lockAfter: number; link?: string }): Promise<{ username: string; changed: boolean }>;
	comeBack(how: { username: string; words: string; lockAfter: number }): Promise<unknown>;
	comeBackWithSpare(how: { username: string; code: string }): Promise<unknown>;
	renew(how: { lockAfter: number }): Promise<unknown>;
	spareCode(): Promise<string | null> | string | null;
	spareWritten(): Promise<unknown>;
	newSpareCode(how: { words: string }): Promise<string>;
	openHere(how: { pin?: string; minutes?: number }): Promise<unknown>;
	notHere(): unknown;
	makeOwn(how: { name: string; pin: string | null; minutes: number } & Proof): Promise<unknown>;
	notOwn(): Promise<unknown>;
	comeBackWithPasskey(how: { lockAfter: number }): Promise<unknown>;
	addPasskey(how: { name: string } & Proof): Promise<unknown>;
	addSpare(how: { name: string } & Proof): Promise<string>;
	wordsToOffer(): Promise<unknown>;
	changeWords(how: { words: readonly string[]; proof: Proof }): Promise<unknown>;
	removeWay(how: { slotId: string } & Proof): Promise<unknown>;
	newLock(how: { words: readonly string[]; proof: Proof }): Promise<unknown>;
	wishNewLock(how: { words?: string }): Promise<unknown>;
	lockWords(accountId: string): Promise<readonly string[]>;
	acceptLock(accountId: string): Promise<unknown>;
	finishChange(slotId: string): Promise<unknown>;
	cancelChange(slotId: string): Promise<unknown>;
	signOutDevice(slotId: string): Promise<unknown>;
	find(wishes: Wishes): Promise<unknown>;
	person(accountId: string): Person | null;
	witnesses(): Promise<Witness[]>;
	wall(deed: "read"): Promise<import("../talk/wall.js").Told>;
	wall(deed: "readers", conv: string): Promise<readonly import("../talk/wall.js").Reader[]>;
	/** whether one can be counted in, and being counted in */
	counting: { open(): Promise<import("../talk/counting.js").Counting> };
	/** a deed of a part that comes by itself, and one that only reads (talk/parts.js) */
	doing(part: string, deed: string, ...given: unknown[]): Promise<any>;
	reading(part: string, deed: string, ...given: unknown[]): Promise<any>;
	handing(deed: string, ...given: unknown[]): Promise<any>;
	promise(keep?: number): { version: number; sentences: readonly Sentence[] };
	ask(how: { accountId: string; callName: string; text: string; keep?: number }): Promise<{ id: string; conv: string }>;
	finishAsk(id: string): Promise<unknown>;
	withdraw(id: string): Promise<unknown>;
	askSomeoneElse(id: string): Promise<unknown>;
	accept(id: string): Promise<unknown>;
	decline(id: string): Promise<unknown>;
	end(id: string): Promise<unknown>;
	block(id: string): Promise<unknown>;
	refresh(): Promise<unknown>;
	conversation(conv: string): Conversation | null;
	look(conv: string): Promise<unknown>;
	lookAway(conv: string): unknown;
	older(conv: string): Promise<unknown>;
	sendFile(
		conv: string,
		chosen: { bytes: Uint8Array; type: number; name?: string; secs?: number; text: string; re?: string | null },
	): Promise<unknown>;
	sendFileAgain(conv: string): Promise<unknown>;
	stopFile(conv: string): Promise<unknown>;
	openFile(
		conv: string,
		id: string,
		onProgress: (done: number, of: number) => void,
	): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: string }>;
	say(conv: string, text: string, how?: { re?: string | null }): Promise<string>;
	change(conv: string, id: string, text: string): Promise<unknown>;
	react(conv: string, id: string, sign: number): Promise<unknown>;
	erase(conv: string, id: string): Promise<unknown>;
	keepLine(conv: string, id: string): Promise<unknown>;
	openNotebook(): Promise<unknown>;
	writePage(page: { docId?: string; title: string; text: string }): Promise<string>;
	holdPage(page: { docId?: string; title: string; text: string } | null): unknown;
	pageVersions(docId: string): Promise<readonly Page[]>;
	removeDocument(docId: string): Promise<unknown>;
	search(text: string): Promise<Found>;
	bringAll(onMore: () => Promise<unknown>): Promise<unknown>;
	stopSearch(conv?: string): unknown;
	sayAnyway(conv: string, id: string): Promise<unknown>;
	takeBack(conv: string, id: string): Promise<string>;
	answerQuestion(conv: string): Promise<unknown>;
	draft(id: string, text: string): unknown;
	draftOf(id: string): string;
	startAgain(conv: string): Promise<string>;
	atTheDesk(id: number, isMe: boolean): Promise<unknown>;
	setSeat(seat: { paused: boolean; cap: number }): Promise<unknown>;
	saveProfile(fields: ProfileFields): Promise<unknown>;
	/** resting, planning, saying goodbye, meeting again: talk/living.js */
	living(deed: "pause", id: string, given: { until: number | null; words: string }): Promise<unknown>;
	living(deed: "resume" | "unblock" | "dropWish", id: string): Promise<unknown>;
	living(deed: "plan", id: string, endsOn: number | null): Promise<unknown>;
	living(deed: "putAway", id: string, weeks: number | null): Promise<unknown>;
	living(deed: "goodbye", id: string, text: string): Promise<unknown>;
	living(deed: "wishBack", id: string, wish: boolean): Promise<unknown>;
	readonly language: string;
	promising(deed: "agree", id: string, shown: Readonly<{ version: number; hash: string }>, lang: string): Promise<unknown>;
	promising(deed: "keep", id: string, version: number): Promise<unknown>;
	promising(deed: "write", conv: string, lines: import("../crypto/ours.js").OwnLine[]): Promise<unknown>;
	promising(deed: "yes", conv: string, to: string): Promise<unknown>;
	choosing(deed: "read" | "takeBack" | "someoneElse"): Promise<import("../talk/choosing.js").Choice>;
	choosing(deed: "handOver", wishes: Wishes, change: import("../talk/choosing.js").Change): Promise<import("../talk/choosing.js").Choice>;
	choosing(deed: "notThese", change: import("../talk/choosing.js").Change): Promise<import("../talk/choosing.js").Choice>;
	choosing(deed: "everyone", wishes: Wishes): Promise<readonly { accountId: string; name: string }[]>;
	choosing(deed: "offers"): Promise<readonly import("../talk/choosing.js").Offer[]>;
	choosing(deed: "answer", id: number, isYes: boolean): Promise<readonly import("../talk/choosing.js").Offer[]>;
	checkWords(): Promise<readonly string[]>;
	endorsementRequest(): Promise<{ filename: string; text: string }>;
	touched(): unknown;
	shown(is: boolean): unknown;
	network(is: boolean): unknown;
	pageGoes(): unknown;
	lockNow(): Promise<unknown>;
	leave(): unknown;
	setTitle(text: string): unknown;
	setOnlyToday(on: boolean): unknown;
	signOutOthers(): Promise<unknown>;
	telling(deed: string, ...given: unknown[]): Promise<any>;
	closePlace(how: { words: string }): Promise<unknown>;
	takeAlong(how: {
		proof?: Proof;
		slotId?: string;
		readable: boolean;
		texts: import("../talk/readable.js").Texts;
	}): Promise<TakenAlong | null>;
	openTaken(given: { file: Blob; words: string }): Promise<FoundInFile>;
	bringIn(found: FoundInFile): Promise<unknown>;
	endBring(): Promise<unknown>;
	noticed(code: string): unknown;
	openingSeen(): unknown;
	keepNote(id: string, given: { called: string; note: string }): Promise<unknown>;
	setTitle(title: string): Promise<unknown>;
}

/** Where a person is: which screen, and about what. `null` is "wherever they stand". */
export interface Place {
	screen: string;
	id?: string;
	link?: string;
	/** a link of a specialist's, as it stood behind the # */
	/** of a link of somebody who passes it on */
	came?: string;
	invite?: string;
	/** a link to something told, as it stood behind the # */
	told?: string;
	/** a circle that something is about */
	circle?: string;
	/** a line kept as proof that something is about */
	kept?: string;
	/** a line of a talk to go to, or the line that something is about */
	line?: string;
	/** a time that is to be moved */
	ref?: string;
	/** the time or promise that something is about, by what the room calls it (16 bytes in base64url) */
	about?: { time?: string; promise?: string };
}
export interface Trouble {
	code: string;
	place?: number | string;
	retryAfter?: number;
	left?: number;
}
