/** What screens see of circles, and what they may ask for: `room.doing("circles", DEED, ...)`, `view.parts.circles`. */
import type { Line } from "./lines.js";

export interface Person {
	accountId: string;
	/** A host's or specialist's endorsed name, or what somebody calls themselves in this circle. */
	name: string | null;
}

export interface InCircle extends Person {
	role: "client" | "specialist" | "host";
	isMe: boolean;
	/** Reads now; false for whoever went. */
	isHere: boolean;
	/** A host asked them to help host, they said yes, or both say it again since somebody came. */
	help: null | "asked" | "helps" | "again";
}

export interface Listed {
	id: number;
	name: string;
	line: string;
	state: "proposed" | "open" | "resting" | "over";
	mine: null | "waiting" | "not-now" | "in" | "asked-to-lead" | "leads";
	hosts: Person[];
	/** months, 0 until whoever began it closes their place */
	keptMonths: number;
	conv: string | null;
}

export interface Agreement {
	ver: number;
	words: string;
	by: string;
	/** Who accepted exactly this version; whoever wrote it did. */
	accepted: string[];
}

export interface Round {
	of: string;
	words: string;
	by: string;
	order: string[];
	/** Who spoke or passed, in the order it happened. */
	done: { accountId: string; passed: boolean }[];
	/** Whose turn it is; null once it is over. */
	turn: string | null;
}

export interface Meeting {
	of: string;
	/** 1 set for a time, 2 open, 3 closed, 4 called off */
	step: 1 | 2 | 3 | 4;
	at: number;
	words: string;
	closing: string;
}

/** Hours in which nobody gets a short note, on the wall of one zone. */
export interface Quiet {
	/** minutes of the day */
	from: number;
	till: number;
	zone: string;
}

/** A host asks whether somebody who came may read what was said before; each hands on their own words, or does not. */
export interface EarlierAsk {
	of: string;
	to: string;
	by: string;
	/** milliseconds since 1970 */
	since: number;
	/** Both are still here, and who asked leads; a week at most. */
	isOpen: boolean;
	handed: boolean;
	/** The lines of mine that it is about. */
	mine: string[];
}

/** What somebody said before I came, signed by them when they said it. */
export interface EarlierLine {
	ts: number;
	text: string;
	notes: number[];
	own: string;
}

/** Words somebody keeps back until quiet hours are over. */
export interface KeptBack {
	key: string;
	text: string;
	/** What they touch on, as for `sayWithNotes`; null without. */
	note: { notes: number[]; own: string } | null;
}

/** One circle that is open on this device. */
export interface CircleNow {
	id: number;
	conv: string;
	lines: readonly Line[];
	canWrite: boolean;
	cannot: string | null;
	stopped: { cause: string } | null;
	trouble: string | null;
	catching: boolean;
	older: "none" | "more" | "loading" | "held";
	draft: string;
	people: InCircle[];
	iLead: boolean;
	/** A host asked, I said yes, and both count now. */
	iHelp: boolean;
	/** Who asks me to help host; null where nobody does. */
	asksMe: string | null;
	/** What I call myself here; null before I said. */
	called: string | null;
	agreement: Agreement | null;
	/** Nothing is written before one accepts the newest version. */
	mustAccept: boolean;
	round: Round | null;
	meeting: Meeting | null;
	welcomed: string[];
	/** Whose lines I chose not to see here. */
	unseen: readonly string[];
	/** null where none were set */
	quiet: Quiet | null;
	/** When the quiet hours that are now are over, in milliseconds since 1970; null where it is none of them now. */
	quietUntil: number | null;
	keptBack: KeptBack[];
	asks: EarlierAsk[];
	/** By the line that brought it; null where it does not open. */
	earlier: Readonly<Record<string, readonly EarlierLine[] | null>>;
	/** Who came while I was here, and does not lead. */
	came: string[];
	/** When the last meeting was opened. */
	lastMet: number | null;
}

export interface Waits extends Person {
	/** What they wrote to the host who looks; null where the letter does not open. */
	words: string | null;
}

export interface Removed {
	id: number;
	circle: string;
	conv: string;
	by: Person;
	step: "told" | "appealed" | "stands" | "may-ask";
	why: string | null;
	answer: string | null;
	/** To whom an appeal may go; some may come from a partner organisation. */
	readers: (Person & { isPartner: boolean })[];
}

export interface Appeal {
	id: number;
	circle: string;
	conv: string;
	accountId: string;
	words: string | null;
}

export interface Circles {
	held: boolean;
	circles: Listed[];
	/** There may be more than these. */
	more: boolean;
	/** By the circle's id. */
	open: Record<number, CircleNow>;
	waiting: Record<number, Waits[]>;
	removals: Removed[];
	appeals: Appeal[];
}

export interface Deeds {
	look(): Promise<void>;
	more(): Promise<void>;
	begin(given: { name: string; line: string; months: number; accountId: string }): Promise<void>;
	leadYes(id: number): Promise<void>;
	leadNo(id: number): Promise<void>;
	askToLead(id: number, accountId: string): Promise<void>;
	leadNoMore(id: number): Promise<void>;
	name(id: number, given: { name: string; line: string; takesPeople: boolean }): Promise<void>;
	end(id: number): Promise<void>;
	/** One letter for each host. */
	ask(id: number, given: { name: string; words: string }): Promise<void>;
	takeAskBack(id: number): Promise<void>;
	lookWaiting(id: number): Promise<void>;
	letIn(id: number, accountId: string): Promise<void>;
	notNow(id: number, accountId: string): Promise<void>;
	/** Opens it and follows it on the wire. */
	open(id: number): Promise<void>;
	lookAway(id: number): Promise<void>;
	older(id: number): Promise<void>;
	draft(id: number, text: string): void;
	say(id: number, text: string): Promise<void>;
	/** Folded behind what it touches on. */
	sayWithNotes(id: number, given: { text: string; notes: number[]; own: string }): Promise<void>;
	callMe(id: number, name: string): Promise<void>;
	/** A host writes the agreement anew. */
	agree(id: number, words: string): Promise<void>;
	accept(id: number, ver: number): Promise<void>;
	welcome(id: number, accountId: string, words: string): Promise<void>;
	openRound(id: number, words: string): Promise<void>;
	pass(id: number): Promise<void>;
	/** A host goes on to the next, where somebody is away: it ends the turn of whom they saw. */
	goOn(id: number, accountId: string): Promise<void>;
	endRound(id: number): Promise<void>;
	/** A host says in which hours nobody gets a short note; the same minute twice: none. */
	quietHours(id: number, given: { from: number; till: number; zone: string }): Promise<void>;
	/** A host asks everybody whether somebody who came may read what was said since a moment. */
	askEarlier(id: number, given: { to: string; since: number }): Promise<void>;
	/** My own words, sealed to that person alone. */
	handEarlier(id: number, of: string): Promise<void>;
	/** What I wrote goes once the quiet hours are over. */
	keepBack(id: number, given: { text: string; note: { notes: number[]; own: string } | null }): Promise<void>;
	/** It goes now all the same. */
	sayNow(id: number, key: string): Promise<void>;
	/** It goes not at all; gives the words. */
	takeKeptBack(id: number, key: string): Promise<string>;
	/** A host asks a member to help host: nothing counts before their yes. */
	askHelper(id: number, accountId: string): Promise<void>;
	answerHelp(id: number, yes: boolean): Promise<void>;
	/** A host ends it, or whoever helps does. */
	helperNoMore(id: number, accountId: string): Promise<void>;
	meeting(id: number, given: { step: 1 | 2 | 3 | 4; at: number; words: string }): Promise<void>;
	/** Their lines are not shown to me here; nobody is told, the house neither. */
	unsee(id: number, accountId: string): Promise<void>;
	seeAgain(id: number, accountId: string): Promise<void>;
	leave(id: number): Promise<void>;
	remove(id: number, accountId: string, words: string): Promise<void>;
	lookRemovals(): Promise<void>;
	appeal(removal: number, accountId: string, words: string): Promise<void>;
	answer(appeal: number, given: { words: string; mayAsk: boolean }): Promise<void>;
	/** Of a line that waits, since somebody came meanwhile. */
	sayAnyway(id: number, key: string): Promise<void>;
	takeBack(id: number, key: string): Promise<string>;
	/** Words of mine that were stored, by their line: hidden for everybody, with what was handed on of them. */
	erase(id: number, line: string): Promise<void>;
}
