/** What Ada signs when somebody is told, as her page fills it in. */
import { DAY } from "./little-house.js";

export const consentTo = (to) => ({
	...{ person: "Ada", byName: "Ben", to, what: ["own-words"], leavesOut: "The rest.", purpose: 3 },
	...{
		purposeWords: "So that she can help.",
		fromDay: DAY,
		untilDay: DAY + 14,
		typedName: "Ada",
		lang: "en",
	},
	texts: {
		shown: "All of it.",
		notice: "Do not pass it on.",
		refusal: "Nothing happens.",
		back: "One press.",
	},
	...{ readingHelp: 0, country: "US", laws: ["part-2"], basis: "part-2-consent" },
});
