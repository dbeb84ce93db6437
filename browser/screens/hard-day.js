/** What the pages of a bad day and of not being safe share: one's own plan is made ready, and the talks one might tell stay in sight. */
import { Screen } from "./screen.js";

export class HardDay extends Screen {
	/** @override */
	firstUpdated() {
		this.quietly(() => this.room.reading("path", "pressed"));
		this.quietly(() => this.room.reading("path", "warm"));
		for (const { conv } of this.talks) this.quietly(() => this.room.look(conv ?? ""));
	}

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		for (const { conv } of this.talks) this.quietly(() => this.room.lookAway(conv ?? ""));
	}

	/** Those that go on, in which one is supported. */
	get talks() {
		return this.view.relationships.filter(
			({ mine, state, conv }) => mine === "client" && state === "active" && conv !== null,
		);
	}
}
