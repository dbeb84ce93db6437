/** One line over time: drawn for those who see it, a table for those who hear it. Pure drawing, no numbers shown. */
import { html, svg } from "../vendor/lit.js";
import { say } from "../words/index.js";
import { dayWords } from "./days.js";

/** @typedef {{day: number, word: number, text?: string}} Point the level from 0, and what it is called where that is more than a level */

const [WIDE, LEFT, RIGHT, TOP, STEP] = [320, 104, 12, 12, 22];

/**
 * @param {{title: string, points: readonly Point[], levels: readonly string[]}} given `levels` in words, lowest first
 */
export function trendDrawn({ title, points, levels }) {
	const high = TOP * 2 + STEP * (levels.length - 1);
	const placed = points.map((point) => ({
		...point,
		x: across(point.day, points),
		y: up(point.word, levels),
	}));
	return html`<figure class="trend">
		<figcaption>${title}</figcaption>
		<svg viewBox="0 0 ${WIDE} ${high}" aria-hidden="true" focusable="false">
			${levels.map((word, level) => rule(word, up(level, levels)))}
			<polyline class="trend-line" points=${placed.map(({ x, y }) => `${x},${y}`).join(" ")}></polyline>
			${placed.map(({ x, y }) => svg`<circle class="trend-dot" cx=${x} cy=${y} r="4.5"></circle>`)}
		</svg>
		<p class="trend-days soft small" aria-hidden="true"><span>${firstDay(points)}</span><span>${lastDay(points)}</span></p>
		<div class="unseen">
			<table>
				<caption>${title}</caption>
				<thead><tr><th scope="col">${say("checks.column-day")}</th><th scope="col">${say("checks.column-word")}</th></tr></thead>
				<tbody>${points.map(({ day, word, text }) => html`<tr><td>${dayWords(day)}</td><td>${text ?? levels[word]}</td></tr>`)}</tbody>
			</table>
		</div>
	</figure>`;
}

/** @param {string} word @param {number} y */
const rule = (word, y) =>
	svg`<text class="trend-word" x=${LEFT - 8} y=${y + 4} text-anchor="end">${word}</text>
		<line class="trend-rule" x1=${LEFT} x2=${WIDE - RIGHT} y1=${y} y2=${y}></line>`;

/** @param {number} level @param {readonly string[]} levels */
const up = (level, levels) => TOP + STEP * (levels.length - 1 - level);

/** By the day: a long pause is a long way. @param {number} day @param {readonly Point[]} points */
function across(day, points) {
	const [first, last] = [points[0]?.day ?? 0, points.at(-1)?.day ?? 0];
	const wide = WIDE - LEFT - RIGHT;
	const part = first === last ? 0.5 : (day - first) / (last - first);
	return Math.round(LEFT + 6 + part * (wide - 12));
}

/** @param {readonly Point[]} points */
const firstDay = (points) => dayWords(points[0]?.day ?? 0);

/** @param {readonly Point[]} points */
const lastDay = (points) => (points.length > 1 ? dayWords(points.at(-1)?.day ?? 0) : "");
