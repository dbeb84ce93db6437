/** What hosts do in a circle: meetings, rounds, who is taken away, who leads too, and how it is listed; and what somebody who helps host does of it. */
import { zoneHere } from "../talk/clock.js";
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { isTimeToOpen } from "./circle-helping.js";
import { minuteIn, timeIn } from "./circle-hours.js";
import { calledIn, longest, peopleNow } from "./circle-words.js";
import { HeldForm, valuesOf } from "./held.js";
import { zoneWords } from "./meet-words.js";
import { notEmergency } from "./not-emergency.js";
import { Screen } from "./screen.js";
import "./sure.js";

/** @typedef {import("../talk/circle-shape.d.ts").CircleNow} CircleNow */
/** @typedef {import("../talk/circle-shape.d.ts").Listed} Listed */

const WEEK = 7 * 86_400_000;

export class RoomCircleHost extends Screen {
	/** @override */
	static properties = {
		...Screen.properties,
		circle: { attribute: false },
		now: { attribute: false },
		all: { state: true },
		done: { state: true },
	};

	constructor() {
		super();
		/** @type {Listed} */
		this.circle = /** @type {never} */ (undefined);
		/** @type {CircleNow} */
		this.now = /** @type {never} */ (undefined);
		/** whom one may ask to lead too; null before one looked @type {readonly {accountId: string, name: string}[] | null} */
		this.all = null;
		this.done = "";
		/** what was begun in each form, kept through a lock @type {Map<string, HeldForm>} */
		this.held = new Map();
	}

	/** @override */
	updated() {
		for (const form of this.querySelectorAll("form"))
			this.#heldOf(form.name).stands(form, () => this.updateComplete);
	}

	/** @param {string} what */
	#heldOf(what) {
		const held = this.held.get(what) ?? new HeldForm(this.room, `circle-${what}`, String(this.circle.id));
		this.held.set(what, held);
		return held;
	}

	/** @override */
	render() {
		return this.now.iLead ? this.#asHost() : this.#asHelper();
	}

	/** What an hour needs, and nothing else. */
	#asHelper() {
		const isOpen = this.now.meeting?.step === 2;
		const isNow = isOpen || isTimeToOpen(this.now, Date.now());
		return html`<section class="part stack roomy">
			<h2>${say("circle.helper-here")}</h2>
			<p class="small soft">${say("circle.helper-here-why")}</p>
			${this.troubleNote()}
			<p role="status">${this.done}</p>
			${isNow ? nothing : html`<p class="soft">${say("circle.helper-meeting")}</p>`}
			${isNow ? (isOpen ? this.#meetingClose() : this.#meetingOpen()) : nothing} ${this.#round()}
		</section>`;
	}

	#asHost() {
		return html`<section class="part stack roomy">
			<h2>${say("circle.lead")}</h2>
			${this.troubleNote()}
			<p role="status">${this.done}</p>
			${this.now.canWrite ? html`${this.#meeting()} ${this.#round()} ${this.#quiet()} ${this.#earlier()}` : nothing} ${this.#listed()} ${this.#away()}
			${this.#too()} ${this.#lessAndEnd()}
		</section>`;
	}

	#meeting() {
		const step = this.now.meeting?.step ?? 0;
		if (step === 2) return this.#meetingClose();
		return html`${this.#meetingOpen()}
		${this.#form("meeting-set", (given) => this.#meet(1, momentIn(given.when), given), [
			html`<label class="field">${say("circle.meeting-when")}
				<input type="datetime-local" name="when" required autocomplete="off" />
			</label>`,
			wordsField(say("circle.meeting-words"), { isNeeded: false }),
		])}
		${step === 1 ? html`<room-sure .label=${say("circle.meeting-off")} .question=${say("circle.meeting-off-sure")} .yes=${say("circle.meeting-off-yes")} @yes=${() => this.#meet(4, this.now.meeting?.at ?? 0, {})}></room-sure>` : nothing}`;
	}

	#meetingOpen() {
		return this.#form("meeting-open", (given) => this.#meet(2, Date.now(), given), [
			wordsField(say("circle.meeting-opening")),
		]);
	}

	#meetingClose() {
		return this.#form("meeting-close", (given) => this.#meet(3, this.now.meeting?.at ?? 0, given), [
			wordsField(say("circle.meeting-closing")),
		]);
	}

	/** @param {1 | 2 | 3 | 4} step @param {number} at @param {Record<string, string>} given */
	#meet(step, at, { words = "" }) {
		return this.#do("meeting", { step, at, words });
	}

	#round() {
		const { round } = this.now;
		const turn = round?.turn ?? null;
		if (turn === null)
			return this.#form("round-open", ({ words = "" }) => this.#do("openRound", words), [
				wordsField(say("circle.round-words"), { most: longest.said }),
				html`<p class="small soft">${say("circle.round-why")}</p>`,
			]);
		return html`<div class="stack">
			<h3>${say("circle.round-on")}</h3>
			<div class="row">
				<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#do("goOn", turn)}>${say("circle.round-next")}</button>
				${this.now.iLead ? html`<button class="button quiet" type="button" ?disabled=${this.busy} @click=${() => this.#do("endRound")}>${say("circle.round-end")}</button>` : nothing}
			</div>
			<p class="small soft">${say("circle.round-next-why")}</p>
		</div>`;
	}

	/** Where whoever sets them is: the circle's clock is theirs. */
	#quiet() {
		const { quiet } = this.now;
		const zone = zoneHere();
		const set = (/** @type {Record<string, string>} */ { from, till }) =>
			this.#do("quietHours", { from: minuteIn(from), till: minuteIn(till), zone });
		return html`${this.#form("quiet", set, [
			html`<p class="small soft">${say("circle.quiet-why")}</p>`,
			timeField("from", say("circle.quiet-from"), quiet?.from ?? 22 * 60),
			timeField("till", say("circle.quiet-till"), quiet?.till ?? 7 * 60),
			html`<p class="small soft">${say("circle.quiet-zone", { zone: zoneWords(zone) })}</p>`,
		])}
		${quiet === null ? nothing : html`<room-sure .label=${say("circle.quiet-off")} .question=${say("circle.quiet-off-sure")} .yes=${say("circle.quiet-off-yes")} @yes=${() => this.#do("quietHours", { from: 0, till: 0, zone })}></room-sure>`}`;
	}

	/** Everybody is asked for their own words; a host hands on nobody else's. */
	#earlier() {
		const { came, lastMet } = this.now;
		if (came.length === 0) return nothing;
		const ask = (/** @type {Record<string, string>} */ { who = "", from }) =>
			this.#do("askEarlier", {
				to: who,
				since: from === "meeting" && lastMet !== null ? lastMet : Date.now() - WEEK,
			});
		return this.#form("earlier", ask, [
			html`<p class="small soft">${say("circle.earlier-host")}</p>
				<label class="field">${say("circle.earlier-who")}
					<select name="who" required autocomplete="off">
						<option value=""></option>
						${came.map((accountId) => html`<option class="theirs" value=${accountId}>${calledIn(this.now, accountId)}</option>`)}
					</select>
				</label>
				<label class="field">${say("circle.earlier-from")}
					<select name="from" autocomplete="off">
						${lastMet === null ? nothing : html`<option value="meeting">${say("circle.earlier-meeting")}</option>`}
						<option value="week">${say("circle.earlier-week")}</option>
					</select>
				</label>`,
		]);
	}

	#listed() {
		const { name, line, state } = this.circle;
		return this.#form(
			"listed",
			(given) =>
				this.#do("name", {
					name: given.name ?? "",
					line: given.line ?? "",
					takesPeople: given.open === "yes",
				}),
			[
				html`<label class="field">${say("circle.listed-name")}<input name="name" required maxlength=${longest.name} autocomplete="off" .defaultValue=${name} /></label>`,
				html`<label class="field">${say("circle.listed-line")}<input name="line" required maxlength=${longest.line} autocomplete="off" .defaultValue=${line} /></label>`,
				html`<label class="tick"><input type="checkbox" name="open" value="yes" autocomplete="off" .defaultChecked=${state === "open"} />${say("circle.listed-open")}</label>`,
			],
		);
	}

	#away() {
		const others = peopleNow(this.now).filter(({ isMe, role }) => !isMe && role !== "host");
		if (others.length === 0) return nothing;
		return this.#form("away", ({ who = "", words = "" }) => this.#do("remove", who, words), [
			html`<p class="small soft">${say("circle.away-why")}</p>`,
			html`<label class="field">${say("circle.away-who")}
					<select name="who" required autocomplete="off">
						<option value=""></option>
						${others.map(({ accountId }) => html`<option class="theirs" value=${accountId}>${calledIn(this.now, accountId)}</option>`)}
					</select>
				</label>`,
			wordsField(say("circle.away-words")),
		]);
	}

	#too() {
		if (this.all === null)
			return html`<div class="row"><button class="link" type="button" ?disabled=${this.busy} @click=${this.#lookAround}>${say("circle.host.too")}</button></div>`;
		const here = new Set(
			peopleNow(this.now).flatMap(({ accountId, role }) => (role === "host" ? [accountId] : [])),
		);
		const others = this.all.filter(({ accountId }) => !here.has(accountId));
		if (others.length === 0) return html`<p class="soft">${say("circle.too-none")}</p>`;
		return this.#form("too", ({ who = "" }) => this.#do("askToLead", who), [whoField(others)]);
	}

	#lookAround = () =>
		this.attempt(async () => {
			this.all = await this.room.handing("people");
		});

	#lessAndEnd() {
		const hosts = this.now.people.filter(({ role, isHere }) => role === "host" && isHere);
		return html`${hosts.length > 2 ? html`<room-sure .label=${say("circle.down")} .question=${say("circle.down-sure")} .yes=${say("circle.down-yes")} @yes=${() => this.#do("leadNoMore")}></room-sure>` : nothing}
			<room-sure .label=${say("circle.end")} .question=${say("circle.end-sure")} .yes=${say("circle.end-yes")} @yes=${() => this.#do("end")}></room-sure>`;
	}

	/** One thing a host may do, behind its own heading. @param {string} id its words @param {(given: Record<string, string>) => Promise<boolean>} deed @param {unknown[]} fields */
	#form(id, deed, fields) {
		return html`<details>
			<summary>${say(`circle.host.${id}`)}</summary>
			<form name=${id} class="stack" autocomplete="off" @input=${this.#heldOf(id).typed} @submit=${(/** @type {SubmitEvent} */ event) => this.#send(event, id, deed)}>
				${fields}
				<div class="row"><button class="button quiet" type="submit" ?disabled=${this.busy}>${say(`circle.do.${id}`)}</button></div>
			</form>
		</details>`;
	}

	/** @param {SubmitEvent} event @param {string} id @param {(given: Record<string, string>) => Promise<boolean>} deed */
	async #send(event, id, deed) {
		event.preventDefault();
		const form = /** @type {HTMLFormElement} */ (event.target);
		const given = Object.fromEntries(
			Object.entries(valuesOf(new FormData(form))).map(([name, [value = ""]]) => [name, value.trim()]),
		);
		if (!(await deed(given))) return;
		await this.#heldOf(id).done();
		form.reset();
		form.closest("details")?.removeAttribute("open");
	}

	/** @param {string} deed @param {any[]} given */
	async #do(deed, ...given) {
		this.done = "";
		const isDone = await this.attempt(() => this.room.doing("circles", deed, this.circle.id, ...given));
		if (isDone) this.done = say("circle.done");
		return isDone;
	}
}

/** @param {string} label @param {{isNeeded?: boolean, most?: number}} [how] */
const wordsField = (
	label,
	{ isNeeded = true, most = longest.words } = {},
) => html`<label class="field">${label}
	<textarea name="words" ?required=${isNeeded} maxlength=${most} autocomplete="off"></textarea>
</label>
${notEmergency()}`;

/** @param {readonly {accountId: string, name: string}[]} others */
export const whoField = (others) => html`<label class="field">${say("circle.too-who")}
	<select name="who" required autocomplete="off">
		<option value=""></option>
		${others.map(({ accountId, name }) => html`<option class="theirs" value=${accountId}>${name}</option>`)}
	</select>
</label>`;

/** @param {string} name @param {string} label @param {number} minute of the day */
const timeField = (name, label, minute) => html`<label class="field">${label}
	<input type="time" name=${name} required autocomplete="off" .defaultValue=${timeIn(minute)} />
</label>`;

/** @param {string | undefined} text of a field with a day and a time, where its writer is */
const momentIn = (text) => new Date(text ?? "").getTime();

customElements.define("room-circle-host", RoomCircleHost);
