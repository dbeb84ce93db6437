/** What stands on several pages of stories: the notes before one, and what to ask oneself before telling it. */
import { html, nothing } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { notesWords } from "./story-words.js";

/** What it touches on, so that nobody is met by it unprepared. @param {{notes: readonly number[], own: string}} layer */
export function notesShown(layer) {
	const words = notesWords(layer);
	return words === "" ? nothing : html`<p class="small">${words}</p>`;
}

/** Questions for whoever writes; they hold nothing up. */
export const prompts = () => html`<section class="note stack" aria-labelledby="story-prompts">
	<h2 class="minor" id="story-prompts">${say("stories.prompts")}</h2>
	<ul>${[1, 2, 3, 4, 5, 6].map((one) => html`<li>${say(`stories.prompt.${one}`)}</li>`)}</ul>
</section>`;
