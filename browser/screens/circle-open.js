/** A page about a circle that is open while somebody looks at it. */
import { openIn } from "./circle-words.js";
import { Screen } from "./screen.js";

export class CircleScreen extends Screen {
	#looking = "";

	/** @override */
	disconnectedCallback() {
		super.disconnectedCallback();
		this.#away();
	}

	/** @override */
	updated() {
		const id = this.place.id ?? "";
		if (id === "" || id === this.#looking || !this.opens) return;
		this.#away();
		this.#looking = id;
		this.attempt(() => this.room.reading("circles", "open", Number(id)));
	}

	/** Whether this page opens it, and not the one around it. */
	get opens() {
		return true;
	}

	/** The circle as it stands; null before it is open here. */
	get now() {
		return openIn(this.view.parts?.circles, this.place.id);
	}

	#away() {
		const id = this.#looking;
		this.#looking = "";
		if (id !== "") this.quietly(() => this.room.reading("circles", "lookAway", Number(id)));
	}
}
