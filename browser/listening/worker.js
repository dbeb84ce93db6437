// The listening coach, in a worker that can reach nobody: it gets a pack and drafts by message, and answers by message.

import { answering } from "./answers.js";

const answer = answering();

/** @param {MessageEvent} event */
self.onmessage = async ({ data }) => postMessage(await answer(data));
