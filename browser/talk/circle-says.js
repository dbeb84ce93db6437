import { isHelper } from "./circle-helping.js";
import { standingIn } from "./circle-rows.js";
import { nextVersion } from "./circle-standing.js";
import { NOTHING_STOOD, since } from "./circle-stood.js";
import { freshName } from "./form-id.js";
import { RoomError } from "./trouble.js";

/**
 * What somebody says and does in a circle: words, its agreement, rounds, meetings, who helps host. Everything is a line in its talk.
 * @typedef {import("./circle-talk.js").CircleTalk} CircleTalk
 */

const CLOSED_FROM = 3;
const SET = 1;

export class CircleSays {
	#talk;
	#me;

	/** @param {CircleTalk} talk @param {string} me */
	constructor(talk, me) {
		this.#talk = talk;
		this.#me = me;
	}

	/** @param {string} text */
	say(text) {
		this.#first();
		this.#talk.say(text);
	}

	/** @param {{text: string, notes: number[], own: string}} given */
	sayWithNotes({ text, notes, own }) {
		if (text.trim() === "") throw new RoomError("empty");
		this.#first();
		this.card({ t: "circle-line", notes, own: own.trim(), said: text });
	}

	/** What was kept back, for whoever could read it then. @param {import("./circle-keeping-back.js").Kept} kept @returns {string} its key in the talk */
	sayKept({ key: msg, text, note, readers }) {
		this.#first();
		if (note === null) return this.#talk.sayAs("text", { text, msg, readers });
		const { notes, own } = note;
		return this.#sent({ t: "circle-line", notes, own: own.trim(), said: text }, { msg, readers });
	}

	/** A layer of a story: folded, each opens it by themselves. @param {{t: string} & Record<string, any>} card */
	story(card) {
		this.#first();
		this.card(card);
	}

	/** @param {string} to @param {string} words */
	welcome(to, words) {
		this.#first();
		this.card({ t: "circle-welcome", to, words: words.trim() });
	}

	/** @param {string} name */
	callMe(name) {
		if (name.trim() === "") throw new RoomError("empty");
		this.card({ t: "circle-called", name: name.trim() });
	}

	/** The next version, by a host. @param {string} words */
	agree(words) {
		if (words.trim() === "") throw new RoomError("empty");
		const { agreement } = this.#standing;
		this.card({ t: "circle-agreement", ver: nextVersion(agreement?.ver ?? 0), words: words.trim() });
	}

	/** The same again, for somebody who comes and reads nothing of before. @param {readonly string[]} readers with whoever comes */
	agreeAgain(readers) {
		const { agreement } = this.#standing;
		if (agreement === null) return;
		const { ver, words } = agreement;
		this.card({ t: "circle-agreement", ver, words }, { readers });
		if (this.quiet !== null) this.card({ t: "circle-quiet", ...this.quiet }, { readers });
		this.#helpAgain(readers);
	}

	/** Who helps host, with the meeting they may open or close: nothing of it counts for whoever came before both said it again. @param {readonly string[]} readers */
	#helpAgain(readers) {
		const { helping, meeting } = this.#standing;
		if (meeting !== null && meeting.step < CLOSED_FROM) {
			const { of, step, at, words } = meeting;
			this.card({ t: "circle-meeting", of, step, at, words }, { readers });
		}
		for (const [to, { of }] of helping)
			if (readers.includes(to)) this.card({ t: "circle-helper", of, on: true, to }, { readers });
	}

	/** By a host: nothing counts before they say yes. @param {string} to */
	askHelper = (to) => this.card({ t: "circle-helper", of: freshName(), on: true, to });

	/** @param {boolean} yes */
	answerHelp(yes) {
		const asked = this.#standing.helping.get(this.#me);
		if (asked?.isTold !== true) throw new RoomError("not-now");
		if (yes) this.#first();
		this.card({ t: "circle-helps", of: asked.of, yes });
	}

	/** By a host, or by whoever helps. @param {string} accountId */
	helperNoMore(accountId) {
		const help = this.#standing.helping.get(accountId);
		if (help === undefined) throw new RoomError("not-now");
		const { of } = help;
		if (accountId === this.#me) this.card({ t: "circle-helps", of, yes: false });
		else this.card({ t: "circle-helper", of, on: false, to: accountId });
	}

	/** A yes of mine that stood when somebody came, and that a host said again, I say again too. */
	helpWithWhoCame() {
		const mine = this.#standing.helping.get(this.#me);
		if (mine?.isTold !== true || mine.isYes || !mine.hadYes || !this.maySpeak) return;
		this.answerHelp(true);
	}

	/** Whoever helps host runs the hour once what they said counts for everybody. */
	#runs() {
		if (this.#leads) return;
		this.#first();
		this.helpWithWhoCame();
		if (!isHelper(this.#standing.helping, this.#me)) throw new RoomError("not-now");
	}

	get #leads() {
		return this.#talk.known.circle?.led.at(-1)?.hosts.includes(this.#me) ?? false;
	}

	/** By a host. @param {import("./circle-shape.js").Quiet} hours */
	quietHours({ from, till, zone }) {
		this.card({ t: "circle-quiet", from, till, zone });
	}

	get quiet() {
		return this.#standing.quiet;
	}

	/** Whether anything of mine can go now. */
	get maySpeak() {
		return this.#talk.known.canWrite && this.#hasAccepted;
	}

	/** What is mine to say for whoever came: as a host, or as somebody who helps. */
	meetWhoCame() {
		this.agreeWithWhoCame();
		this.helpWithWhoCame();
	}

	/** Somebody came and was told nothing of it, for whoever let them in was cut off: a host says it again. */
	agreeWithWhoCame() {
		const { agreement, helping } = this.#standing;
		if (agreement === null || !this.#leads || !this.#talk.known.canWrite) return;
		if (this.owed.saysAgreement) this.agreeAgain(this.readers);
		else if ([...helping.values()].some(({ isTold }) => !isTold)) this.#helpAgain(this.readers);
	}

	/** What is owed to somebody who came since it was said last. @returns {{saysName: boolean, saysAgreement: boolean}} */
	get owed() {
		const { agreement } = this.#standing;
		const stood = this.#talk.stood ?? NOTHING_STOOD;
		const lines = since(this.#talk.lines, stood);
		/** @param {number} said where in these lines @param {boolean} before it was owed when one looked away */
		const came = (said, before) =>
			(said < 0 && before) || lines.slice(said + 1).some(({ turn }) => (turn?.came.length ?? 0) > 0);
		const name = lines.findLastIndex(({ from, card }) => from === "me" && card?.t === "circle-called");
		const { ver = 0, words = "" } = agreement ?? {};
		const agreed = lines.findLastIndex(({ card }) => card?.ver === ver && card?.words === words);
		return {
			saysName: came(name, stood.saysName),
			saysAgreement: agreement !== null && came(agreed, stood.saysAgreement),
		};
	}

	/** @param {number} ver */
	accept = (ver) => this.card({ t: "circle-accepts", ver });

	/** In the order in which they came; whoever opens it comes last. @param {string} words */
	openRound(words) {
		this.#runs();
		const order = [...this.readers, this.#me];
		this.card({ t: "circle-round", of: freshName(), order, words: words.trim() });
	}

	pass = () => this.card({ t: "circle-pass", of: this.#round });

	/** Ends one person's turn; once it is another's, because a second host pressed too, it counts for nothing. @param {string} who */
	goOn(who) {
		this.#runs();
		this.card({ t: "circle-next", of: this.#round, over: false, who });
	}

	endRound = () => this.card({ t: "circle-next", of: this.#round, over: true });

	/** @param {{step: 1 | 2 | 3 | 4, at: number, words: string}} given */
	meeting({ step, at, words }) {
		this.#runs();
		const { meeting } = this.#standing;
		const goesOn = meeting !== null && meeting.step < CLOSED_FROM && step !== SET;
		const of = goesOn ? meeting.of : freshName();
		this.card({ t: "circle-meeting", of, step, at, words: words.trim() });
	}

	/** Everybody else who reads now. */
	get readers() {
		return this.#talk.known.readers.filter(({ reads }) => reads).map(({ account_id }) => account_id);
	}

	/** @param {{t: string} & Record<string, any>} card @param {{readers?: readonly string[], msg?: string}} [how] for whom it is written, where somebody is on their way in; `msg`: an id it had before */
	card(card, how = {}) {
		this.#sent(card, how);
	}

	/** @param {{t: string} & Record<string, any>} card @param {{readers?: readonly string[], msg?: string}} how @returns {string} its key in the talk */
	#sent = (card, how) => this.#talk.sayAs("card", { text: JSON.stringify(card), ...how });

	/** Nobody speaks before they accepted what stands; whoever came meanwhile hears first what I am called. */
	#first() {
		const { names } = this.#standing;
		if (!this.#hasAccepted) throw new RoomError("accept-first");
		const called = names.get(this.#me);
		if (called !== undefined && this.owed.saysName) this.card({ t: "circle-called", name: called });
	}

	get #hasAccepted() {
		const { agreement } = this.#standing;
		return agreement === null || agreement.accepted.includes(this.#me);
	}

	get #round() {
		const { round } = this.#standing;
		if (round === null || round.turn === null) throw new RoomError("not-now");
		return round.of;
	}

	get #standing() {
		return standingIn(this.#talk, this.#me);
	}
}
