import type { ReactiveController, ReactiveControllerHost } from "lit";
import { html, type TemplateResult } from "lit";
import { ApiError, type ApiFailure } from "../api/client";
import type { Messages } from "../i18n/en";

/** Where a question to the server stands. */
export type Answer<T> =
  | { readonly state: "waiting" }
  | { readonly state: "there"; readonly value: T }
  | { readonly state: "failed"; readonly failure: ApiFailure };

/** Asks the server for one thing, drops the answer of an older question, and lets the reader ask again. */
export class Question<T> implements ReactiveController {
  answer: Answer<T> = { state: "waiting" };
  #controller: AbortController | undefined;
  #asked: ((signal: AbortSignal) => Promise<T>) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#controller?.abort();
  }

  ask(question: (signal: AbortSignal) => Promise<T>): void {
    this.#asked = question;
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.#tell({ state: "waiting" });
    question(controller.signal).then(
      (value) => this.#settle(controller, { state: "there", value }),
      (cause: unknown) => this.#settle(controller, { state: "failed", failure: failureOf(cause) }),
    );
  }

  askAgain(): void {
    if (this.#asked !== undefined) {
      this.ask(this.#asked);
    }
  }

  #settle(controller: AbortController, answer: Answer<T>): void {
    if (!controller.signal.aborted) {
      this.#tell(answer);
    }
  }

  #tell(answer: Answer<T>): void {
    this.answer = answer;
    this.host.requestUpdate();
  }
}

function failureOf(cause: unknown): ApiFailure {
  if (cause instanceof ApiError) {
    return cause.failure;
  }
  // A fault of the page itself must reach the console, not only the reader.
  console.error(cause);
  return { kind: "malformed" };
}

export function waitingView(words: Messages, more?: string): TemplateResult {
  return html`<p class="waiting" role="status"><span class="spinner" aria-hidden="true"></span>${more ?? words.app.loading}</p>`;
}

export function failureView(failure: ApiFailure, words: Messages, retry: () => void): TemplateResult {
  return html`<div class="failure" role="alert">
    <p class="failure-title">${words.error.title}</p>
    <p>${failureText(failure, words)}</p>
    ${failure.kind === "status" && failure.message !== undefined ? html`<p lang="en">${failure.message}</p>` : null}
    <button type="button" @click=${retry}>${words.error.retry}</button>
  </div>`;
}

function failureText(failure: ApiFailure, words: Messages): string {
  switch (failure.kind) {
    case "unreachable":
      return words.error.unreachable;
    case "malformed":
      return words.error.malformed;
    case "status":
      return words.error.status(failure.status);
  }
}

/** The answer's view, or that it is awaited, or why it is not there. */
export function answerView<T>(
  question: Question<T>,
  words: Messages,
  view: (value: T) => unknown,
): unknown {
  switch (question.answer.state) {
    case "waiting":
      return waitingView(words);
    case "failed":
      return failureView(question.answer.failure, words, () => question.askAgain());
    case "there":
      return view(question.answer.value);
  }
}
