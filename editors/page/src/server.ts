// What the server is asked, and what it answers. Offsets are UTF-16 units, as in JavaScript's strings.

export type Severity = "error" | "warning" | "info";

export interface Edit { start: number; end: number; text: string }
export interface Fix { title: string; safety: "safe" | "unsafe"; edits: Edit[] }
export interface Related { message: string; path: string | null; line: number | null }
export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  start: number;
  end: number;
  line: number;
  fix: Fix | null;
  related: Related[];
  fingerprint: string;
  /** What to accept so that this is not found again. */
  accept: string | null;
}
export interface Rule { summary: string; why: string[]; precision: string | null }
export interface Problem { message: string; hint: string | null; path: string | null; line: number | null }
export interface Checked {
  findings: Finding[];
  rules: Record<string, Rule>;
  measures: string | null;
  errors: Problem[];
  notices: string[];
  /** Rules that were left out, for they take longer. */
  later: string[];
}
export interface Row { depth: number; label: string; value: string; note: string; source: string }
export interface Claim {
  relation: string;
  label: string;
  value: string;
  verdict: "agrees" | "misspelt" | "contradicts" | "unknown";
  known: string | null;
  source: string | null;
  line: number;
  start: number;
  end: number;
}
export interface Facts {
  works: { name: string | null; type: string; rows: Row[] }[];
  conflicts: string[];
  claims: Claim[];
  problems: Problem[];
  file: string | null;
  text: string;
  version: string | null;
  keys: { key: string; label: string }[];
}
export interface Opened { path: string; text: string; version: string }

interface Questions {
  drafts: [Record<string, never>, { folder: string; drafts: string[] }];
  open: [{ path: string }, Opened];
  save: [{ path: string; text: string; version: string | null }, { version: string }];
  /** `facts` is the text of a facts file, for a draft that has no place for one. */
  check: [{ path: string; text: string; quick: boolean; facts: string | null }, Checked];
  facts: [{ path: string; text: string; facts: string | null }, Facts];
  ignore: [{ path: string; text: string; rule: string; start: number; end: number; reason: string; whole: boolean }, { edits: Edit[] }];
  accept: [{ path: string; word: string }, { file: string }];
}

/** What went wrong, in a sentence for the user. `changed` says that a file is not as it was when it was read. */
export class Trouble extends Error {
  constructor(message: string, readonly changed = false) { super(message); }
}

const TOKEN = "reviewlint-token";

/** Take the token out of the address, so that no copy of the address has it, and return what else stands there. */
export function takeToken(): URLSearchParams {
  const given = new URLSearchParams(location.hash.slice(1));
  const token = given.get("token");
  if (token) {
    sessionStorage.setItem(TOKEN, token);
    history.replaceState(null, "", location.pathname);
  }
  return given;
}

/** Ask the server; throw Trouble where it refuses or has gone. */
export async function ask<Q extends keyof Questions>(what: Q, body: Questions[Q][0]): Promise<Questions[Q][1]> {
  const headers = {
    "Content-Type": "application/json",
    Authorization: `Bearer ${sessionStorage.getItem(TOKEN) ?? ""}`,
  };
  let response: Response;
  try {
    response = await fetch(`/api/${what}`, { method: "POST", headers, body: JSON.stringify(body) });
  } catch {
    throw new Trouble("reviewlint does not answer. Is it still running in the terminal?");
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer as Questions[Q][1];
  const problem = answer as Problem | null;
  throw new Trouble(problem ? sentence(problem) : `reviewlint failed (${response.status}). The terminal says more.`,
    response.status === 409);
}

/** Return a problem as one line: where, what, and what to do. */
export function sentence(problem: Problem): string {
  const place = problem.path ? `${problem.path}${problem.line ? `:${problem.line}` : ""}: ` : "";
  return `${place}${problem.message}${problem.hint ? ` ${problem.hint}` : ""}`;
}
