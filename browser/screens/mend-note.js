/** In the talk: something that did not sit right is open, and whose turn it is. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { writerOf } from "./company.js";
import { mendsShown, rowOf, standsNow, waitsFor } from "./mend-words.js";
import { Screen } from "./screen.js";

/** @typedef {import("./seen.d.ts").Conversation} Conversation */

export class RoomMendNote extends Screen {
	/** @override */
	static properties = { ...Screen.properties, conversation: { attribute: false } };

	/** What the house was asked about. */
	#asked = "";

	constructor() {
		super();
		/** @type {Conversation} */
		this.conversation = /** @type {never} */ (undefined);
	}

	/** Asked once for each thing that changed; what nobody said needs no asking, where everything was read. @override */
	updated() {
		const { conv, mends, catching, older } = this.conversation;
		const asked = [conv, ...mends.map((one) => [one.of, one.replies.length, one.closed === null])].join();
		if ((mends.length === 0 && older === "none") || catching || asked === this.#asked) return;
		this.#asked = asked;
		this.quietly(() => this.room.reading("mending", "look", conv));
	}

	/** @override */
	render() {
		const { conv, relationship, name } = this.conversation;
		const rows = this.view.parts?.mending?.[conv];
		const open = mendsShown(this.conversation, rows).filter(({ closed }) => closed === null);
		const one = open.find((each) => waitsFor(each, "me")) ?? open.at(-1);
		if (one === undefined || relationship.state !== "active") return nothing;
		const row = rowOf(one, rows);
		const who =
			one.from === "me" ? (name ?? say("see.them")) : writerOf(this.conversation, one.by, name ?? "");
		const go = () => this.go({ screen: "not-right", id: conv });
		return html`<p class="note">
			${standsNow(one, row, who)}
			<button class="link" type="button" @click=${go}>${say(waitsFor(one, "me") ? "mend.answer" : "mend.look")}</button>
		</p>`;
	}
}

customElements.define("room-mend-note", RoomMendNote);
