// Values of protocol/vectors/*.json as the room's code takes them: bytes for {"hex"}, camelCase names.

import { readFileSync } from "node:fs";

const FOLDER = new URL("../../../protocol/vectors/", import.meta.url);

/** @param {string} file without .json */
export const casesOf = (file) => JSON.parse(readFileSync(new URL(`${file}.json`, FOLDER), "utf8")).cases;

export const hex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Bytes and odd numbers read, names left as they are. */
export function read(value) {
	if (Array.isArray(value)) return value.map(read);
	if (typeof value !== "object" || value === null) return value;
	if (typeof value.hex === "string") return hex(value.hex);
	if (typeof value.odd_number === "string") return Number(value.odd_number);
	return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, read(inside)]));
}

/** What the reference calls a field, as the room calls it. */
const RENAMED = { reason: "reasonCode", closed_h: "closedH", seen_h: "seenH", h_aad: "hAad", h_box: "hBox" };
const camel = (name) => RENAMED[name] ?? name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

export function named(value) {
	if (Array.isArray(value)) return value.map(named);
	if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inside]) => [camel(name), named(inside)]));
}

/** Bytes as base64url text, as in api.md. */
export function json(value) {
	if (value instanceof Uint8Array) return Buffer.from(value).toString("base64url");
	if (Array.isArray(value)) return value.map(json);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, json(inside)]));
}

/** For comparing: Uint8Arrays of any kind become hex. */
export function plain(value) {
	if (value instanceof Uint8Array) return { hex: Buffer.from(value).toString("hex") };
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, plain(inside)]));
}
