// Written by `npm run openapi` from openapi/openapi.json.

export interface paths {
	"/v1/member-imports": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The imports of members
		 * @description The newest first, with how many rows had each outcome.
		 */
		get: operations["listMemberImports"];
		put?: never;
		/**
		 * Import a table of members
		 * @description Rows are matched with members, compared, and applied in one transaction: all of them or, with `on_error=continue`, all that can be. What a second run finds is unchanged, and changes nothing.
		 *
		 *     - Up to 500 rows the answer is the finished import; beyond, up to 100,000 rows and 64 MiB, it is 202 and a job: look at `Location`. JSON is read whole, up to 8 MiB; NDJSON and CSV as they come.
		 *     - The columns are those of `GET /v1/members?format=csv`, so that what was exported and edited can be sent back; and `hcp_code`, `identifier.<scheme>`, `source.<field>` (the one source of the row). A column that is not there leaves the field as it is; an empty cell clears it.
		 *     - What the service tells and nobody edits (`collectivity.*`, `transitions`, `created_at` …) may stay in the table: a cell that says something else is an error, an empty one says nothing. The status moves by transitions only. A `revision` older than the record’s is a `conflict`, unless nothing would change.
		 *     - Two rows of one member: the second is a `conflict`. A row of a collectivity that has withdrawn is `would_restore`, and is not applied.
		 *     - Columns for names or e-mail addresses of people, and cells with an e-mail address, are refused: focal points have their own door.
		 */
		post: operations["importMembers"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/documents": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Documents of members, workshops and other records
		 * @description Published documents, the newest first. Those that are not published are listed with `published=false` to whoever may read them.
		 */
		get: operations["listDocuments"];
		put?: never;
		/**
		 * Add a document to a record
		 * @description The body is the file and nothing else; the query says what it is. The type is found from the content: pdf, png, jpg, webp, docx, xlsx, pptx, odt, ods, odp. Not published until `published` says so. With curl: `curl -T minutes.pdf -X POST --url-query 'title.fr=Compte rendu' …`.
		 */
		post: operations["uploadDocument"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/catalog": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A catalogue of all there is to be had (DCAT 3)
		 * @description For the catalogues of others: each kind of record with its terms, its list in every format and its files in the newest snapshot; the dated exports; this API and its feed. JSON-LD with its context inline; as `application/json` it is the same text.
		 */
		get: operations["getCatalog"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/network": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The network, and its members counted as of a day
		 * @description What sources declare is kept beside what is known by name on the same day, with whether the two agree.
		 */
		get: operations["getNetwork"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The members of the network as of a day
		 * @description Episodes that have begun by the end of `as_of`, for sure or possibly; `certainty` says which.
		 */
		get: operations["listMembers"];
		put?: never;
		/**
		 * Add an episode of membership
		 * @description A candidate; with `joined_on`, admitted at once. One open episode for each collectivity.
		 */
		post: operations["createMember"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One episode of membership
		 * @description By id, or by a code of its collectivity, whose latest episode it is then. Its status is told as of a day; its dates are as precise as their source.
		 */
		get: operations["getMember"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		/**
		 * Edit an episode of membership
		 * @description JSON merge patch (RFC 7396). A member’s editor edits its consultative bodies and follow-up committee; the association all. The status moves by transitions only.
		 */
		patch: operations["editMember"];
		trace?: never;
	};
	"/v1/members/{id}/transitions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Admit, suspend, reinstate or withdraw a member
		 * @description A dated step with its evidence and sources. `GET …/actions` lists what is open now.
		 */
		post: operations["stepMember"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/actions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What the caller may do with an episode now, and why not
		 * @description Each action with the problem that it would meet.
		 */
		get: operations["listMemberActions"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/focal-points": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The focal points of a member, with their names
		 * @description For the association and for an editor of the member itself.
		 */
		get: operations["listFocalPoints"];
		put?: never;
		/**
		 * Add a focal point to a member
		 * @description The name and the e-mail address are kept apart, with their legal basis, and erased on request or once `retention_until` is past.
		 */
		post: operations["addFocalPoint"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/focal-points/{focal_point}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One focal point, with its name
		 * @description For the association and for an editor of the member itself.
		 */
		get: operations["getFocalPoint"];
		put?: never;
		post?: never;
		/**
		 * Remove a focal point and erase the person
		 * @description Erasure is at once and for good (law 09-08, art. 8). If-Match is the ETag of the member.
		 */
		delete: operations["removeFocalPoint"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/regions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The regions
		 * @description Members of the network or not; `membership` tells the episode in force at the end of `as_of`. In the order of the HCP code; of a search the best match, of `near` the nearest first.
		 */
		get: operations["listRegions"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/provincial-councils": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The provincial and prefectoral councils
		 * @description Members of the network or not; `membership` tells the episode in force at the end of `as_of`. In the order of the HCP code; of a search the best match, of `near` the nearest first.
		 */
		get: operations["listProvincialCouncils"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/communes": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The communes
		 * @description Members of the network or not; `membership` tells the episode in force at the end of `as_of`. In the order of the HCP code; of a search the best match, of `near` the nearest first.
		 */
		get: operations["listCommunes"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/regions/{collectivity}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One region
		 * @description By id, by HCP code (dots and the first zero may be missing) or by ISO 3166-2 code.
		 */
		get: operations["getRegion"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/provincial-councils/{collectivity}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One provincial or prefectoral council
		 * @description By id, by HCP code (dots and the first zero may be missing) or by ISO 3166-2 code.
		 */
		get: operations["getProvincialCouncil"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/communes/{collectivity}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One commune
		 * @description By id, by HCP code (dots and the first zero may be missing) or by ISO 3166-2 code.
		 */
		get: operations["getCommune"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/licences": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Licences and attribution of the data
		 * @description Every answer links here with `rel="license"`.
		 */
		get: operations["getLicences"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/legal-rules": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The rules of law on council sessions and votes
		 * @description Organic laws 111-14 (regions), 112-14 (prefectures and provinces) and 113-14 (communes), version by version, each with its article. Later amendments of the laws have not been checked.
		 */
		get: operations["listLegalRules"];
		put?: never;
		/**
		 * Add a version of a rule
		 * @description When the law changes. The version in force before ends the day before this one begins. For `admin`.
		 */
		post: operations["addLegalRule"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/legal-rules/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One version of one rule
		 * @description A version that is no longer in force stays: what was done under it was done under it.
		 */
		get: operations["getLegalRule"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/holidays": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Public holidays
		 * @description Those on fixed days come each year from their first on. Feasts set by sighting of the moon are single days, entered when they are announced: a year without them is not complete.
		 */
		get: operations["listHolidays"];
		put?: never;
		/**
		 * Add a public holiday
		 * @description A feast of the moon when it is announced, or a new day by decree, with its source.
		 */
		post: operations["addHoliday"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/holidays/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One public holiday
		 * @description With the decree or the announcement that it comes from.
		 */
		get: operations["getHoliday"];
		put?: never;
		post?: never;
		/**
		 * Remove a public holiday that was entered by mistake
		 * @description What was computed with it is computed anew. One that is no longer kept is given `until` instead.
		 */
		delete: operations["removeHoliday"];
		options?: never;
		head?: never;
		/**
		 * Correct a public holiday
		 * @description JSON merge patch (RFC 7396). `until` ends an annual one.
		 */
		patch: operations["editHoliday"];
		trace?: never;
	};
	"/v1/session-calendar": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The ordinary sessions of a council in a year
		 * @description Computed from `/v1/legal-rules` and `/v1/holidays`: when each session opens, the latest days for the agenda and the notice, the second call and the third meeting, the closing, and what is due afterwards. Every date says the law and the article, and which days did not count. Feasts that are set by sighting of the moon count once they are entered.
		 */
		get: operations["getSessionCalendar"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/member-imports/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * How far an import is, and what came of it
		 * @description While it runs, `progress` moves; what becomes of the rows is known at the end.
		 */
		get: operations["getMemberImport"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/member-imports/{id}/rows": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What became of each row of an import
		 * @description In the order in which they came. What is wrong is told in the language of Accept-Language.
		 */
		get: operations["listMemberImportRows"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/member-imports/{id}/errors.csv": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The rows that cannot be applied, to mend and send back
		 * @description The columns that were sent, in their order, and columns `error.…` that say what is wrong; an import passes over those. UTF-8 with a byte order mark, with the delimiter of the upload unless another is asked for.
		 */
		get: operations["getMemberImportErrors"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/member-imports/{id}/revert": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Undo an import
		 * @description What it created is deleted, what it changed is as it was before, in one transaction. What anything newer has touched is left: `rows?revert=conflict` lists it.
		 */
		post: operations["revertMemberImport"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/documents/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What a document is
		 * @description Its content is at `/content`. One that is not published is a 404 to the public.
		 */
		get: operations["getDocument"];
		put?: never;
		post?: never;
		/**
		 * Delete a document and its file
		 * @description The file is gone for good; the history keeps what the document was.
		 */
		delete: operations["deleteDocument"];
		options?: never;
		head?: never;
		/**
		 * Edit what is said of a document, publish it or withdraw it
		 * @description JSON merge patch (RFC 7396). The content never changes: another content is another document.
		 */
		patch: operations["editDocument"];
		trace?: never;
	};
	"/v1/documents/{id}/content": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The file itself
		 * @description As it was sent, with the type that its content has. The entity tag is its SHA-256. PDF, PNG and JPEG may be shown in their place, all else is a download; nothing of it is run.
		 */
		get: operations["getDocumentContent"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/action-plans": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The action plans of openness
		 * @description One record a plan and cycle, whatever its status. What a plan promises is in its drafts; `include` shows the draft that stands for it in public.
		 */
		get: operations["listActionPlans"];
		put?: never;
		/**
		 * Begin an action plan
		 * @description In drafting, with a first draft that is open and empty. A member’s editor begins one of its own collectivities; one that is shared with others, the association.
		 */
		post: operations["createActionPlan"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/action-plans/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One action plan
		 * @description With `include`, a whole page about a plan in one call.
		 */
		get: operations["getActionPlan"];
		put?: never;
		post?: never;
		/**
		 * Remove a plan that came to nothing
		 * @description Only one in drafting of which no draft was ever published; any other is withdrawn.
		 */
		delete: operations["deleteActionPlan"];
		options?: never;
		head?: never;
		/**
		 * Edit an action plan
		 * @description JSON merge patch (RFC 7396). Whose plan it is, is for the association to change. The status moves by transitions only.
		 */
		patch: operations["editActionPlan"];
		trace?: never;
	};
	"/v1/action-plans/{id}/transitions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * How a plan came to where it stands
		 * @description Its steps in order, each with its day, reason and sources.
		 */
		get: operations["listActionPlanTransitions"];
		put?: never;
		/**
		 * Publish a draft, validate, schedule or withdraw a plan
		 * @description A dated step. A consultation moves the plan by opening and closing, and a council by its vote: they have no action here. `schedule` puts the frozen draft before the councils. `GET …/actions` tells what is open now.
		 */
		post: operations["stepActionPlan"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/action-plans/{id}/actions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What the caller may do with a plan now, and why not
		 * @description Each action with the problem that it would meet.
		 */
		get: operations["listActionPlanActions"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/action-plans/{id}/drafts": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The drafts of a plan
		 * @description Those that are public; to the association, the ministry and the editors of the plan, all of them.
		 */
		get: operations["listDrafts"];
		put?: never;
		/**
		 * Begin a new draft
		 * @description A copy of the last one, which must be frozen: only one is open at a time. Not public until it is published or consulted on.
		 */
		post: operations["beginDraft"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/action-plans/{id}/drafts/{number}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One draft of a plan, whole
		 * @description One that is not public is not there, but for the association, the ministry and the editors of the plan.
		 */
		get: operations["getDraft"];
		/**
		 * Write the open draft
		 * @description The whole document. Axes and commitments keep their keys from draft to draft; one without a key is new and gets one.
		 */
		put: operations["putDraft"];
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		/**
		 * Edit the open draft
		 * @description JSON merge patch (RFC 7396): `axes` and `sources`, each as a whole.
		 */
		patch: operations["editDraft"];
		trace?: never;
	};
	"/v1/action-plans/{id}/drafts/{a}/diff/{b}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What changed between two drafts of a plan
		 * @description Axes and commitments added, removed, moved and changed, and the words that changed, in each language.
		 */
		get: operations["getDraftDiff"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/commitments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What is promised, across all plans
		 * @description Of each plan, the commitments of the draft that stands for it now: the adopted one, else the last that was published. What is computed of them (`milestones[].done_on`, `completion`, `assessment`, `next_due_on`, `overdue`, `at_risk`, `silent_days`) is as of a day. An imprecise date counts once all of it is past; what was withdrawn does not count, whatever the day.
		 */
		get: operations["listCommitments"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/commitments/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One commitment
		 * @description Its id is the same from draft to draft.
		 */
		get: operations["getCommitment"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/consultations": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Consultations, those to come among them
		 * @description From their announcement on. The one that opens last comes first.
		 */
		get: operations["listConsultations"];
		put?: never;
		/**
		 * Announce a consultation
		 * @description Public at once; the draft that it is about is not, until it opens. It opens and closes by itself, and the plan is `consulting` for as long as one of its consultations is open.
		 */
		post: operations["announceConsultation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/consultations/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One consultation
		 * @description Its window is as precise as its source. Whether it is open, `status` says, which the clock moves.
		 */
		get: operations["getConsultation"];
		put?: never;
		post?: never;
		/**
		 * Remove a consultation that never opened
		 * @description One that has opened is cancelled, and stays.
		 */
		delete: operations["deleteConsultation"];
		options?: never;
		head?: never;
		/**
		 * Edit a consultation
		 * @description JSON merge patch (RFC 7396). Once it has opened, its round, its draft and its beginning are settled; once it is over, its end and its channels too.
		 */
		patch: operations["editConsultation"];
		trace?: never;
	};
	"/v1/consultations/{id}/transitions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Cancel a consultation
		 * @description With a reason that is published. What was contributed so far stays.
		 */
		post: operations["stepConsultation"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/commitments/{id}/progress-reports": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What its member says of a commitment
		 * @description The oldest first; what was withdrawn too, with its reason.
		 */
		get: operations["listCommitmentProgressReports"];
		put?: never;
		/**
		 * Add a progress report
		 * @description By the editors of its plan and the association, once the council has adopted the plan and until it is closed. The commitment is one of the draft in force, and so are its milestones.
		 */
		post: operations["addProgressReport"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/progress-reports/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One: a progress report
		 * @description As it is now; what it was before a correction is in its history.
		 */
		get: operations["getProgressReport"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		/**
		 * Correct a progress report
		 * @description JSON merge patch (RFC 7396); what it was stays in its history. One that was withdrawn is not corrected.
		 */
		patch: operations["editProgressReport"];
		trace?: never;
	};
	"/v1/progress-reports/{id}/withdrawal": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Take back a progress report
		 * @description It stays, with the reason, and no longer counts, whatever the day.
		 */
		post: operations["withdrawProgressReport"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/commitments/{id}/assessments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What others than its member find of a commitment
		 * @description The oldest first; what was withdrawn too, with its reason.
		 */
		get: operations["listCommitmentAssessments"];
		put?: never;
		/**
		 * Add an independent assessment
		 * @description By the association alone, of a commitment of the draft in force, once the council has adopted the plan; also after it is closed.
		 */
		post: operations["addAssessment"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/assessments/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One: an independent assessment
		 * @description As it is now; what it was before a correction is in its history.
		 */
		get: operations["getAssessment"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		/**
		 * Correct an independent assessment
		 * @description JSON merge patch (RFC 7396); what it was stays in its history. One that was withdrawn is not corrected.
		 */
		patch: operations["editAssessment"];
		trace?: never;
	};
	"/v1/assessments/{id}/withdrawal": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Take back an independent assessment
		 * @description It stays, with the reason, and no longer counts, whatever the day.
		 */
		post: operations["withdrawAssessment"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/progress-reports": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What members say of their commitments
		 * @description Across all commitments, also those that are in force no more. The latest first. What was withdrawn is there too, with its reason.
		 */
		get: operations["listProgressReports"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/assessments": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What others find of commitments
		 * @description Across all commitments, also those that are in force no more. The latest first. What was withdrawn is there too, with its reason.
		 */
		get: operations["listAssessments"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/commitments/{id}/lineage": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Where a commitment comes from, and what became of it
		 * @description The contributions that it was made from, its plan and how councils voted on it, the cycles beside it, the drafts in which it occurs, its milestones, and all that was told of it.
		 */
		get: operations["getCommitmentLineage"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approval-sessions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The council sessions on plans
		 * @description The latest first. Quorum, majority and outcome are computed from what is on record; a session by itself also tells its deadlines and what does not fit the law.
		 */
		get: operations["listApprovalSessions"];
		put?: never;
		/**
		 * Announce a council session on a plan
		 * @description Perhaps with no draft, day or number of members yet. The plan’s `schedule` binds its frozen draft to it. A council has one open session on a plan.
		 */
		post: operations["createApprovalSession"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approval-sessions/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One council session, held against the law
		 * @description With its deadlines as of a day, and warnings: what does not fit the law or itself, each with its legal basis. Its documents (minutes, decision) are at `/v1/documents?owner_type=approval_session&owner_id=…`.
		 */
		get: operations["getApprovalSession"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		/**
		 * Edit a council session
		 * @description JSON merge patch (RFC 7396). Once the council has decided, only `after_the_vote`, `declared_outcome`, `votes_published` and `sources`.
		 */
		patch: operations["editApprovalSession"];
		trace?: never;
	};
	"/v1/approval-sessions/{id}/sittings": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Record a meeting of a council session
		 * @description As it was: which call it answered, when it was held and how many were present when it opened. Its quorum is computed; without one, the next call comes, and nothing else. The answer is the whole session.
		 */
		post: operations["recordSitting"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approval-sessions/{id}/sittings/{number}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		post?: never;
		/**
		 * Take back a meeting that was recorded by mistake
		 * @description The last one, as long as nothing was voted in it. If-Match is the ETag of the session.
		 */
		delete: operations["removeSitting"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approval-sessions/{id}/vote": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		/**
		 * Record the vote of a council session
		 * @description As it was counted. The majority and the outcome are computed, and the outcome moves the plan in the same transaction: adopted, rejected, or back to drafting when deferred. A vote of the same sitting is corrected, as long as its outcome stays. The roll, with the names of the voters, is kept apart and restricted. The answer is the whole session.
		 */
		put: operations["putVote"];
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approval-sessions/{id}/vote/roll": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Who voted how
		 * @description For everybody where the session says that the council has published it, and on what basis (`votes_published`); else for the association and for an editor of the collectivity, and `withheld` from all others: it tells political opinion (law 09-08). Empty after a secret ballot.
		 */
		get: operations["getRoll"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approval-sessions/{id}/transitions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Convene or cancel a council session
		 * @description To convene takes a day, to cancel a reason; a plan that was to be voted on there is no longer scheduled. Sittings and the vote do the rest.
		 */
		post: operations["stepApprovalSession"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approval-sessions/{id}/actions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What the caller may do with a session now, and why not
		 * @description Each action with the problem that it would meet.
		 */
		get: operations["listApprovalSessionActions"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/workshops": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Meetings and workshops
		 * @description The latest first, those of an unknown day last. People are named only for a public function; who came is told in counts.
		 */
		get: operations["listWorkshops"];
		put?: never;
		/**
		 * Add a workshop
		 * @description Planned, or held already. An editor adds those that serve a collectivity of theirs; the association also those of the network.
		 */
		post: operations["createWorkshop"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/workshops/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One workshop
		 * @description Where, when, who spoke, what the groups came to. A cancelled one stays, with the reason.
		 */
		get: operations["getWorkshop"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		/**
		 * Edit a workshop
		 * @description JSON merge patch (RFC 7396); a list is replaced as a whole. The status moves by transitions only.
		 */
		patch: operations["editWorkshop"];
		trace?: never;
	};
	"/v1/workshops/{id}/transitions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Say that a workshop was held, cancel it or reinstate it
		 * @description A cancelled one stays, with its reason. `GET …/actions` lists what is open now.
		 */
		post: operations["stepWorkshop"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/workshops/{id}/actions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What the caller may do with a workshop now, and why not
		 * @description Each action with the problem that it would meet.
		 */
		get: operations["listWorkshopActions"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/workshops/{id}/attendance": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * How many were invited, had registered and came
		 * @description By category and gender. Cells of 1 to 4 are suppressed, and sums are made of the other cells alone, so that nothing tells what was suppressed (law 09-08).
		 */
		get: operations["getAttendance"];
		/**
		 * Say how many came
		 * @description Replaces all of it, and makes anew what is public of it. If-Match is the ETag of `exact-attendance`. More present than the hall was said to hold is a warning.
		 */
		put: operations["putAttendance"];
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/workshops/{id}/exact-attendance": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * All numbers of an attendance
		 * @description For the association and for an editor of a collectivity that the workshop serves. Its ETag is what `PUT …/attendance` takes in If-Match; `"0"` before there is one.
		 */
		get: operations["getExactAttendance"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/workshops/{id}/participants": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The participants of a workshop, with their names
		 * @description For the association and for an editor of a collectivity that the workshop serves; the public gets counts.
		 */
		get: operations["listParticipants"];
		put?: never;
		/**
		 * Add a participant to a workshop
		 * @description The name and the e-mail address are kept apart, with their legal basis and the version of the text of consent, and erased on request or once `retention_until` is past.
		 */
		post: operations["addParticipant"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/workshops/{id}/participants/{participant}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One participant, with the name
		 * @description For the association and for an editor of a collectivity that the workshop serves; the public gets counts.
		 */
		get: operations["getParticipant"];
		put?: never;
		post?: never;
		/**
		 * Remove a participant and erase the person
		 * @description Erasure is at once and for good (law 09-08, art. 8). If-Match is the revision of the participant.
		 */
		delete: operations["removeParticipant"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/events": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The calendar: meetings, consultations, sessions
		 * @description The latest first. As iCalendar (RFC 5545, `format=ics` or `Accept: text/calendar`) a calendar program can subscribe to it, with the same filters: the latest 5000 that have a day of their own, a whole day where no hour is known, cancelled ones as such.
		 */
		get: operations["listEvents"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/contributions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What people said, and what they were answered
		 * @description What has been published, the first that came first; to the association, the ministry and the editors of a plan also what waits to be read.
		 */
		get: operations["listContributions"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/consultations/{id}/contributions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What people said in one consultation
		 * @description As at `/v1/contributions`.
		 */
		get: operations["listConsultationContributions"];
		put?: never;
		/**
		 * Say something in a consultation
		 * @description Anybody may, without an account, in Arabic, French, Amazigh or English. It is read before it is published; the answer has the id under which it will be. An `Idempotency-Key` of the public is a UUID.
		 */
		post: operations["sendContribution"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/contributions/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One contribution
		 * @description One that has not been published is not there, but for those who moderate. The name of its author is here alone, if they asked for that: no list, feed or export has it.
		 */
		get: operations["getContribution"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/contributions/{id}/transitions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Publish or withhold a contribution, or answer it
		 * @description First it is published or withheld; then it is accepted, and says which commitment of the plan it became, merged into one that says the same, or rejected: each with a reason that is published. `reconsider` takes an answer back.
		 */
		post: operations["stepContribution"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/contributions/{id}/contact": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * How to reach the author of a contribution
		 * @description For the association and the editors of the plan.
		 */
		get: operations["getContributionContact"];
		put?: never;
		post?: never;
		/**
		 * Erase the author of a contribution
		 * @description Name and address, at once and for good (law 09-08, art. 8); what was said stays. If-Match is the ETag of the contribution.
		 */
		delete: operations["eraseContributionContact"];
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/consultations/{id}/outcome": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What was heard in a consultation, and what changed
		 * @description Made from the contributions, their answers, and the difference between the draft that was consulted on and the next.
		 */
		get: operations["getConsultationOutcome"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/search": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Search across all that is public
		 * @description Collectivities, plans, commitments of the drafts that stand for them, workshops and what came out of their groups, consultations, sessions, titles of documents. The best match first (`match` says why it was found); where they match alike by type, then the latest first. Typing mistakes are forgiven where nothing matches as typed (`meta.match` is then `approximate`).
		 */
		get: operations["listSearchHits"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/me": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Whose credentials these are, and what they are good for
		 * @description For whoever has a token or a key, to see how the service reads it.
		 */
		get: operations["getMe"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/api-keys": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * All API keys
		 * @description Those too that are expired or revoked; the newest first. For `admin`.
		 */
		get: operations["listApiKeys"];
		put?: never;
		/**
		 * Make an API key
		 * @description The key itself is in `secret`, this once. It is sent as `Authorization: Bearer inf_live_…` or as a Basic user name. For `admin`.
		 */
		post: operations["createApiKey"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/api-keys/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One API key
		 * @description What it may do, until when, and when it was last used. For `admin`.
		 */
		get: operations["getApiKey"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/api-keys/{id}/revocation": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Revoke an API key
		 * @description At once and for good; the record is kept. Revoking it again changes nothing. For `admin`.
		 */
		post: operations["revokeApiKey"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/changes": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has changed, in order
		 * @description Every change of every public record, in the order in which they were committed; a page never skips one. To keep a
		 *     copy: take a snapshot (`/v1/snapshots/latest`) and go on from its position, or go through it from the start; keep
		 *     `data` by `type` and `id`, remove what is `deleted` or `left_scope`, and go on from `next_cursor` whenever you
		 *     like (`wait` answers as soon as something comes). The position of any list is a place to start from, too.
		 */
		get: operations["listChanges"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhook-endpoints": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The endpoints of the caller
		 * @description The newest first; to `admin`, everybody’s.
		 */
		get: operations["listWebhookEndpoints"];
		put?: never;
		/**
		 * Be told of changes
		 * @description Any caller has endpoints of their own, told of the changes of `/v1/changes` in order, one at a time, at least once
		 *     each: signed as Standard Webhooks says (`signing_secret` is told this once), the body a CloudEvent. An answer of 2xx within
		 *     10 seconds is a success. Anything else is tried again, after 5 seconds first, then less and less often, for three days, and
		 *     no sooner than `Retry-After`; then the endpoint is paused, and goes on from there when it is resumed. 410 disables it.
		 *     Tell messages that come twice by `webhook-id`.
		 */
		post: operations["createWebhookEndpoint"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhook-endpoints/{id}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One endpoint
		 * @description What it is told, how far it has been told, and whether it fails.
		 */
		get: operations["getWebhookEndpoint"];
		put?: never;
		post?: never;
		/**
		 * Be told no more
		 * @description With its log of deliveries; by the owner, or an administrator.
		 */
		delete: operations["removeWebhookEndpoint"];
		options?: never;
		head?: never;
		/**
		 * Change where changes are told, and which
		 * @description JSON merge patch (RFC 7396), by the owner. It holds for what has not been sent yet; how far it has been told does not move.
		 */
		patch: operations["editWebhookEndpoint"];
		trace?: never;
	};
	"/v1/webhook-endpoints/{id}/transitions": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Pause, resume or disable an endpoint
		 * @description Nothing is lost meanwhile: one that is resumed is sent what came since, in order. `disable` is for administrators.
		 */
		post: operations["stepWebhookEndpoint"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhook-endpoints/{id}/replay": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Be sent again all that came after a position
		 * @description With the same `webhook-id` as before. A position that is later than the present one leaves out what is between them.
		 */
		post: operations["replayWebhookEndpoint"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhook-endpoints/{id}/ping": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Be sent a message, to see whether it arrives
		 * @description Within seconds, once, to a paused one too. `deliveries?message_id=…` tells what became of it.
		 */
		post: operations["pingWebhookEndpoint"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhook-endpoints/{id}/secret-rotation": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		get?: never;
		put?: never;
		/**
		 * Have a new secret sign
		 * @description `signing_secret` is told this once. Till `secret.previous_until` both sign, so that the receiver can change over in peace.
		 */
		post: operations["rotateWebhookSecret"];
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/webhook-endpoints/{id}/deliveries": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What became of each attempt to send
		 * @description The newest first: status, latency, error and when it is tried again. Kept for 30 days, without what was sent.
		 */
		get: operations["listWebhookDeliveries"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/snapshots/latest": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * The newest snapshot of all public records
		 * @description Files of all public records, as of one position of the feed: records in NDJSON as the feed tells them (`type`, `id`,
		 *     `revision`, `data`), and the fields of `data` as CSV. To keep a copy: load the files, then apply what comes after, `follow`.
		 *
		 *     The newest snapshot there is answers at once; when something has changed since and it is not fresh any more, the next one
		 *     is made in the background meanwhile. Only before the very first one the answer is a 503 with `Retry-After`. A snapshot is
		 *     kept for a time (two days, unless the installation says otherwise) after there is a newer one, so that a download can be
		 *     finished.
		 */
		get: operations["getLatestSnapshot"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/snapshots/{position}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * One snapshot
		 * @description By its position. It never changes, and is there for as long as it is kept.
		 */
		get: operations["getSnapshot"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/snapshots/{position}/{file}": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * A file of a snapshot
		 * @description Whole, or in parts: a download that broke off goes on with `Range` and `If-Range`. The entity tag is the SHA-256 that the snapshot tells.
		 */
		get: operations["getSnapshotFile"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/exports": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Dated exports of all public records
		 * @description Each morning a snapshot is kept as the vintage of the day, with its files and their checksums; of days on which nothing has changed it is the same. The newest first. They are kept for 400 days, unless the installation says otherwise.
		 */
		get: operations["listExports"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/dictionary": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What the fields of exports mean
		 * @description Of each kind of record: the columns of its CSV, which are also the paths in `data` of NDJSON and of the feed, with type, unit, words and meaning. Made from the same schemas as this contract.
		 */
		get: operations["getDictionary"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/regions/{collectivity}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of a region
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listRegionHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/provincial-councils/{collectivity}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of a provincial or prefectoral council
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listProvincialCouncilHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/communes/{collectivity}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of a commune
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listCommuneHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/members/{id}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of an episode of membership
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listMemberHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/documents/{id}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of a document
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listDocumentHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/consultations/{id}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of a consultation
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listConsultationHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/contributions/{id}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of a contribution, since it is public
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listContributionHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/legal-rules/{id}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of a version of a rule of law
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listLegalRuleHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/holidays/{id}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of a public holiday
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listHolidayHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/workshops/{id}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of a workshop
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listWorkshopHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/approval-sessions/{id}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of an approval session
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listApprovalSessionHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/progress-reports/{id}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of a progress report
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listProgressReportHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/assessments/{id}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of an assessment
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listAssessmentHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/action-plans/{id}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of a plan
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listActionPlanHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/action-plans/{id}/drafts/{number}/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of a draft, since it is public
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listDraftHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/network/history": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What has become of the network itself
		 * @description Every public change, the newest first: when, through what, and the fields that changed, before and after. A record that has been deleted still has its history.
		 */
		get: operations["listNetworkHistory"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/statistics": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Figures: one measure, by dimensions and periods, as of a day
		 * @description Tidy rows, one for each cell that has records; the whole, without `by` and `period`, is always one row. Each figure equals what the list of its definition gives, and counts public records alone. Before the network was founded there are no members: the value is 0. A day that is yet to come is refused; a period that is running is told until `as_of`.
		 */
		get: operations["listStatistics"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/statistics/measures": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * What is counted, and how to count it again
		 * @description Each measure: what it counts, its unit and denominator, the records that it is made of, what it can be split by, and the public list that gives the same figure when it is summed.
		 */
		get: operations["listMeasures"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
	"/v1/audit": {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		/**
		 * Who changed what, when and through what
		 * @description Every entry of the journal, private ones too, the newest first. Names and addresses of people are in none of them: a person is an id. For `admin`.
		 */
		get: operations["listAudit"];
		put?: never;
		post?: never;
		delete?: never;
		options?: never;
		head?: never;
		patch?: never;
		trace?: never;
	};
}
export type webhooks = Record<string, never>;
export interface components {
	schemas: {
		/** @description A date as precise as its source: `2024`, `2024-12` or `2024-12-31` */
		PartialDate: {
			value: string;
			/**
			 * @description How much of the date the source gives
			 * @enum {string}
			 */
			precision: "day" | "month" | "year";
		};
		/** @description A name in each language; null where it is not known */
		Names: {
			ar: string | null;
			fr: string | null;
			en: string | null;
			zgh: string | null;
		};
		/** @description A text in each language; null where there is none */
		Texts: {
			ar: string | null;
			fr: string | null;
			en: string | null;
			zgh: string | null;
		};
		/** @description Where a fact comes from */
		Source: {
			title: string | null;
			publisher: string | null;
			published_on: string | null;
			url: string | null;
			quoted: string | null;
		};
		/** @description A collectivity that is pointed at */
		CollectivityRef: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description Kind of collectivity */
			type: string;
			hcp_code: string;
			name: components["schemas"]["Names"];
		};
		/** @description A code and the time in which it holds; `valid_until` is the period in which it stopped, null while in force */
		Identifier: {
			/** @description Who gives the code */
			scheme: string;
			value: string;
			valid_from: components["schemas"]["PartialDate"] | null;
			valid_until: components["schemas"]["PartialDate"] | null;
		};
		/** @description Another spelling or script under which it is known */
		NameVariant: {
			/** @description BCP 47 */
			lang: string;
			value: string;
			note: string | null;
		};
		/** @description Membership of the network as of a day */
		MembershipSummary: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			wave: number | null;
			joined_on: components["schemas"]["PartialDate"] | null;
			left_on: components["schemas"]["PartialDate"] | null;
			/** @description Status at the end of the day `as_of` */
			status: string;
			/**
			 * @description `possible` while the period of an imprecise date is not past; filters and counts take `certain`
			 * @enum {string}
			 */
			certainty: "certain" | "possible";
		};
		/** @description A territorial collectivity: a region, a provincial or prefectoral council, or a commune */
		Collectivity: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description Kind of collectivity */
			type: string;
			kind: ("province" | "prefecture") | null;
			/** @description Geographic code of the Haut-Commissariat au Plan in force */
			hcp_code: string;
			iso_code: string | null;
			name: components["schemas"]["Names"];
			name_variants: components["schemas"]["NameVariant"][];
			/** @description All codes, former ones too */
			identifiers: components["schemas"]["Identifier"][];
			parent: components["schemas"]["CollectivityRef"] | null;
			region: components["schemas"]["CollectivityRef"] | null;
			seat: components["schemas"]["CollectivityRef"] | null;
			children: {
				provincial_councils: number;
				communes: number;
			};
			has_arrondissements: boolean | null;
			/** @description Legal population of the census */
			population: {
				value: number | null;
				/** @description Whether there is a value */
				status: string;
				counted_on: components["schemas"]["PartialDate"] | null;
			};
			location: {
				longitude: number;
				latitude: number;
				/** @description Changes when the outline does */
				outline_sha256: string;
			} | null;
			membership: components["schemas"]["MembershipSummary"] | null;
			/** @description Edition of the register from which the record comes */
			vintage: string;
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
			geometry?: {
				type: string;
				coordinates: unknown[];
			} | null;
			/** @description All episodes; with `include=memberships` */
			memberships?: components["schemas"]["MembershipSummary"][];
			/** @description With `include=provincial_councils` */
			provincial_councils?: components["schemas"]["CollectivityRef"][];
			/** @description With `include=communes` */
			communes?: components["schemas"]["CollectivityRef"][];
		};
		/** @description Committee that follows a plan: counts and components, no names */
		FollowUpCommittee: {
			established_on: components["schemas"]["PartialDate"] | null;
			president_from: string | null;
			vice_president_from: string | null;
			elected_members: number | null;
			civil_society_members: number | null;
		};
		/** @description What shows a fact */
		Evidence: {
			/** @description What shows it: all of its kind joined, a source names it, an activity, a document */
			kind: string;
			held_on: components["schemas"]["PartialDate"] | null;
		};
		/** @description A candidate; with `joined_on`, admitted at once */
		NewMember: {
			/**
			 * Format: collectivity
			 * @description Id or code
			 */
			collectivity: string;
			wave?: number | null;
			applied_on?: {
				/**
				 * Format: partial-date
				 * @description `2024`, `2024-12` or `2024-12-31`
				 */
				value: string;
				/**
				 * @description How much of the date the source gives
				 * @enum {string}
				 */
				precision?: "day" | "month" | "year";
			} | null;
			joined_on?: {
				/**
				 * Format: partial-date
				 * @description `2024`, `2024-12` or `2024-12-31`
				 */
				value: string;
				/**
				 * @description How much of the date the source gives
				 * @enum {string}
				 */
				precision?: "day" | "month" | "year";
			} | null;
			evidence?: {
				/**
				 * @description What shows it
				 * @enum {string}
				 */
				kind: "by_count" | "named" | "workshop" | "committee" | "consultation" | "deliberation" | "letter" | "other";
				held_on?: {
					/**
					 * Format: partial-date
					 * @description `2024`, `2024-12` or `2024-12-31`
					 */
					value: string;
					/**
					 * @description How much of the date the source gives
					 * @enum {string}
					 */
					precision?: "day" | "month" | "year";
				} | null;
			} | null;
			identifiers?: {
				/** @description Whose number it is; not `hcp` or `iso-3166-2` */
				scheme: string;
				value: string;
			}[];
			consultative_bodies?: {
				name: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
				};
				established_on?: {
					/**
					 * Format: partial-date
					 * @description `2024`, `2024-12` or `2024-12-31`
					 */
					value: string;
					/**
					 * @description How much of the date the source gives
					 * @enum {string}
					 */
					precision?: "day" | "month" | "year";
				} | null;
				legal_basis?: string | null;
			}[];
			follow_up_committee?: {
				established_on?: {
					/**
					 * Format: partial-date
					 * @description `2024`, `2024-12` or `2024-12-31`
					 */
					value: string;
					/**
					 * @description How much of the date the source gives
					 * @enum {string}
					 */
					precision?: "day" | "month" | "year";
				} | null;
				president_from?: ("elected" | "civil_society") | null;
				vice_president_from?: ("elected" | "civil_society") | null;
				elected_members?: number | null;
				civil_society_members?: number | null;
			} | null;
			sources: {
				title?: string | null;
				publisher?: string | null;
				published_on?: string | null;
				url?: string | null;
				quoted?: string | null;
			}[];
		};
		/** @description JSON merge patch (RFC 7396) of what may be edited; `null` removes; what results must be as in NewMember */
		MemberPatch: {
			/** @description As in NewMember */
			wave?: unknown;
			/** @description As in NewMember */
			applied_on?: unknown;
			/** @description As in NewMember */
			joined_on?: unknown;
			/** @description As in NewMember */
			evidence?: unknown;
			/** @description As in NewMember */
			identifiers?: unknown;
			/** @description As in NewMember */
			consultative_bodies?: unknown;
			/** @description As in NewMember */
			follow_up_committee?: unknown;
			/** @description As in NewMember */
			sources?: unknown;
		};
		/** @description A dated step in the life of an episode */
		NewTransition: {
			/**
			 * @description What happens
			 * @enum {string}
			 */
			action: "admit" | "suspend" | "reinstate" | "withdraw";
			/** @description A date as precise as its source */
			effective_on: {
				/**
				 * Format: partial-date
				 * @description `2024`, `2024-12` or `2024-12-31`
				 */
				value: string;
				/**
				 * @description How much of the date the source gives
				 * @enum {string}
				 */
				precision?: "day" | "month" | "year";
			};
			evidence?: {
				/**
				 * @description What shows it
				 * @enum {string}
				 */
				kind: "by_count" | "named" | "workshop" | "committee" | "consultation" | "deliberation" | "letter" | "other";
				held_on?: {
					/**
					 * Format: partial-date
					 * @description `2024`, `2024-12` or `2024-12-31`
					 */
					value: string;
					/**
					 * @description How much of the date the source gives
					 * @enum {string}
					 */
					precision?: "day" | "month" | "year";
				} | null;
			} | null;
			reason?: string | null;
			sources: {
				title?: string | null;
				publisher?: string | null;
				published_on?: string | null;
				url?: string | null;
				quoted?: string | null;
			}[];
		};
		/** @description An episode of membership of a collectivity in the network, as of a day */
		Member: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			wave: number | null;
			applied_on: components["schemas"]["PartialDate"] | null;
			joined_on: components["schemas"]["PartialDate"] | null;
			left_on: components["schemas"]["PartialDate"] | null;
			evidence: components["schemas"]["Evidence"] | null;
			/** @description Numbers of other systems */
			identifiers: {
				/** @description Whose number it is; not `hcp` or `iso-3166-2` */
				scheme: string;
				value: string;
			}[];
			consultative_bodies: {
				name: {
					ar: string | null;
					fr: string | null;
					en: string | null;
				};
				established_on: components["schemas"]["PartialDate"] | null;
				legal_basis: string | null;
			}[];
			follow_up_committee: components["schemas"]["FollowUpCommittee"] | null;
			/** @description Functions only; names are restricted to the association and the member */
			focal_points: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				function: string;
				since: components["schemas"]["PartialDate"] | null;
				until: components["schemas"]["PartialDate"] | null;
			}[];
			/** @description In order */
			transitions: {
				/** @description What happened */
				action: string;
				/** @description What it became */
				to_status: string;
				effective_on: components["schemas"]["PartialDate"];
				evidence: components["schemas"]["Evidence"] | null;
				reason: string | null;
				sources: components["schemas"]["Source"][];
			}[];
			/** @description Status at the end of the day `as_of` */
			status: string;
			/**
			 * @description `possible` while the period of an imprecise date is not past; filters and counts take `certain`
			 * @enum {string}
			 */
			certainty: "certain" | "possible";
			collectivity: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				/** @description Kind of collectivity */
				type: string;
				hcp_code: string;
				name: components["schemas"]["Names"];
				iso_code: string | null;
				kind: ("province" | "prefecture") | null;
				/**
				 * Format: uuid
				 * @description UUID
				 */
				region_id: string;
				province_id: string | null;
			};
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
			register_record?: components["schemas"]["Collectivity"];
			last_word?: {
				/**
				 * Format: date-time
				 * @description When it was written down
				 */
				at: string;
				/** @description Kind of record, as `/v1/changes` calls it */
				type: string;
			} | null;
		};
		NewFocalPoint: {
			/** Format: text */
			name: string;
			email?: string | null;
			/**
			 * Format: text
			 * @description Public: no name in it
			 */
			function: string;
			since?: {
				/**
				 * Format: partial-date
				 * @description `2024`, `2024-12` or `2024-12-31`
				 */
				value: string;
				/**
				 * @description How much of the date the source gives
				 * @enum {string}
				 */
				precision?: "day" | "month" | "year";
			} | null;
			until?: {
				/**
				 * Format: partial-date
				 * @description `2024`, `2024-12` or `2024-12-31`
				 */
				value: string;
				/**
				 * @description How much of the date the source gives
				 * @enum {string}
				 */
				precision?: "day" | "month" | "year";
			} | null;
			/**
			 * Format: text
			 * @description Why the name may be kept (law 09-08)
			 */
			legal_basis: string;
			/**
			 * Format: date
			 * @description Erased once this day is past
			 */
			retention_until: string;
		};
		/** @description Whom to reach at a member; for the association and the member only */
		FocalPoint: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			function: string;
			since: components["schemas"]["PartialDate"] | null;
			until: components["schemas"]["PartialDate"] | null;
			person: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				name: string | null;
				email: string | null;
				legal_basis: string;
				/**
				 * Format: date
				 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
				 */
				retention_until: string;
				erased_at: string | null;
			};
		};
		FocalPoints: {
			data: components["schemas"]["FocalPoint"][];
		};
		MemberActions: {
			data: {
				/** @description What may be asked for at `/transitions` */
				action: string;
				to_status: string | null;
				/** @description Whether the caller may do it now */
				possible: boolean;
				refusal: {
					/** @description Of the problem that it would meet */
					code: string;
					/** @description Why, in the language of Content-Language */
					detail: string;
				} | null;
			}[];
		};
		/** @description A table of members that was sent, and what became of it */
		MemberImport: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description `failed`: nothing was applied, for rows that cannot be or for a fault of ours; a dry run ends as the same in earnest would */
			status: string;
			/** @description As asked for */
			mode: string;
			/** @description As asked for */
			match_on: string;
			/** @description As asked for */
			on_error: string;
			dry_run: boolean;
			reason: string | null;
			/** @description Of what was sent */
			format: string;
			/** @description How the upload was read: as asked for, else as it looked */
			detected: {
				encoding: string;
				delimiter: string | null;
			};
			/** @description In the order in which they came */
			columns: string[];
			bytes: number;
			/** @description Of what was sent, base64url */
			sha256: string;
			progress: {
				rows_total: number;
				rows_done: number;
			};
			/** @description Rows by what became of them; all zero until that is known */
			outcomes: {
				created: number;
				updated: number;
				unchanged: number;
				conflict: number;
				invalid: number;
				would_restore: number;
			};
			position: string | null;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			started_at: string | null;
			finished_at: string | null;
			revert: {
				/**
				 * Format: date-time
				 * @description RFC 3339 in UTC, with milliseconds
				 */
				at: string;
				undone: number;
				/** @description Left as they are: something newer touched them */
				conflict: number;
				position: string | null;
			} | null;
		};
		/** @description A row that was sent, and what became of it */
		MemberImportRow: {
			/** @description As a spreadsheet numbers it (the header is 1), the line of NDJSON, or the place in the array from 1 */
			number: number;
			outcome: string | null;
			member_id: string | null;
			/** @description Of a member that was there */
			changes: {
				/** @description Into the member (RFC 6901) */
				pointer: string;
				from: unknown;
				to: unknown;
			}[];
			errors: {
				column?: string | null;
				/** @description Into the member (RFC 6901) */
				pointer?: string;
				/** @description Stable; for programs */
				code: string;
				/** @description For people, in the language of Content-Language */
				detail: string;
				allowed?: string[];
				nearest?: string;
			}[];
			/** @description What hinders nothing and is good to know */
			notes: {
				column?: string | null;
				/** @description Into the member (RFC 6901) */
				pointer?: string;
				/** @description Stable; for programs */
				code: string;
				/** @description For people, in the language of Content-Language */
				detail: string;
				allowed?: string[];
				nearest?: string;
			}[];
			/** @description Of a new member: an episode of the same collectivity, or a number that differs only in how it is written */
			probable_duplicates: string[];
			revert: string | null;
			/** @description What was sent, by column; null where the row does not have the column */
			cells: {
				[key: string]: string | null;
			};
		};
		/** @description Rows, or `{"rows": […]}`. The columns are those of `GET /v1/members?format=csv`, nested or with dots, and `hcp_code`, `identifier.<scheme>`, `source.<field>`. */
		MemberRows: {
			[key: string]: string | number | null | unknown[] | {
				[key: string]: unknown;
			};
		}[] | {
			rows: {
				[key: string]: string | number | null | unknown[] | {
					[key: string]: unknown;
				};
			}[];
		};
		/** @description JSON merge patch (RFC 7396) of what may be edited; `null` removes */
		DocumentPatch: {
			/** @description What it is */
			kind?: unknown;
			/** @description As it is read */
			title?: unknown;
			/** @description As it is read */
			language?: unknown;
			/** @description Whether everybody may read it; never an attendance sheet */
			published?: unknown;
			/** @description As it is read */
			legal_basis?: unknown;
			/** @description As it is read */
			sources?: unknown;
		};
		/** @description A file of a record. Its content is at `/v1/documents/{id}/content`, and never changes */
		Document: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			owner: {
				/** @description Kind of record */
				type: string;
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
			};
			/** @description What it is */
			kind: string;
			title: components["schemas"]["Names"];
			language: string | null;
			/** @description Whether everybody may read it */
			published: boolean;
			legal_basis: string | null;
			file_name: string | null;
			/** @description Found from the content itself */
			media_type: string;
			/** @description Bytes */
			size: number;
			/** @description Of the content, hexadecimal; also its entity tag */
			sha256: string;
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description A priority theme of a plan */
		PlanAxis: {
			/** @description The same from draft to draft */
			key: string;
			title: components["schemas"]["Texts"];
			rationale: components["schemas"]["Texts"] | null;
			principles: string[];
			/** @description With `include=axes.commitments` */
			commitments?: components["schemas"]["DraftCommitment"][];
		};
		/** @description A commitment of a plan; by its id also at `/v1/commitments` */
		PlanCommitment: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description The same from draft to draft */
			key: string;
			/** @description Key of its axis */
			axis: string;
			title: components["schemas"]["Texts"];
			problem: components["schemas"]["Texts"] | null;
			solution: components["schemas"]["Texts"] | null;
			expected_impact: components["schemas"]["Texts"] | null;
			lead_institution: {
				name: components["schemas"]["Texts"];
			} | null;
			supporting_institutions: {
				name: components["schemas"]["Texts"];
			}[];
			/** @description Principles that it serves */
			principles: string[];
			budget: {
				/** @description Exact decimal */
				amount: string;
				/** @description ISO 4217 */
				currency: string;
			} | null;
			financial_effect: boolean | null;
			indicators: {
				title: components["schemas"]["Texts"];
				unit: components["schemas"]["Texts"] | null;
				baseline: string | null;
				target: string | null;
			}[];
			milestones: {
				key: string;
				title: components["schemas"]["Texts"];
				due_on: components["schemas"]["PartialDate"] | null;
			}[];
		};
		/** @description A plan, in drafting; its first draft is open and empty */
		NewActionPlan: {
			title?: {
				ar?: string | null;
				fr?: string | null;
				en?: string | null;
				zgh?: string | null;
			} | null;
			/** @description Whose plan it is */
			collectivities: {
				/**
				 * Format: collectivity
				 * @description Id or code
				 */
				collectivity: string;
				/** @description Whether its editors edit the plan; true when not said */
				may_edit?: boolean;
			}[];
			cycle?: {
				starts_on?: {
					/**
					 * Format: partial-date
					 * @description `2024`, `2024-12` or `2024-12-31`
					 */
					value: string;
					/**
					 * @description How much of the date the source gives
					 * @enum {string}
					 */
					precision?: "day" | "month" | "year";
				} | null;
				ends_on?: {
					/**
					 * Format: partial-date
					 * @description `2024`, `2024-12` or `2024-12-31`
					 */
					value: string;
					/**
					 * @description How much of the date the source gives
					 * @enum {string}
					 */
					precision?: "day" | "month" | "year";
				} | null;
			} | null;
			programme?: {
				acronym?: string | null;
				name?: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				} | null;
			} | null;
			follow_up_committee?: {
				established_on?: {
					/**
					 * Format: partial-date
					 * @description `2024`, `2024-12` or `2024-12-31`
					 */
					value: string;
					/**
					 * @description How much of the date the source gives
					 * @enum {string}
					 */
					precision?: "day" | "month" | "year";
				} | null;
				president_from?: ("elected" | "civil_society") | null;
				vice_president_from?: ("elected" | "civil_society") | null;
				elected_members?: number | null;
				civil_society_members?: number | null;
			} | null;
			previous_plan?: string | null;
			/** @description What was planned, and what was */
			phases?: {
				/**
				 * @description Phase
				 * @enum {string}
				 */
				kind: "communication" | "training" | "follow_up_committee" | "axes" | "co_creation" | "consultation" | "validation" | "approval" | "implementation" | "evaluation";
				planned?: {
					starts_on?: {
						/**
						 * Format: partial-date
						 * @description `2024`, `2024-12` or `2024-12-31`
						 */
						value: string;
						/**
						 * @description How much of the date the source gives
						 * @enum {string}
						 */
						precision?: "day" | "month" | "year";
					} | null;
					ends_on?: {
						/**
						 * Format: partial-date
						 * @description `2024`, `2024-12` or `2024-12-31`
						 */
						value: string;
						/**
						 * @description How much of the date the source gives
						 * @enum {string}
						 */
						precision?: "day" | "month" | "year";
					} | null;
				} | null;
				actual?: {
					starts_on?: {
						/**
						 * Format: partial-date
						 * @description `2024`, `2024-12` or `2024-12-31`
						 */
						value: string;
						/**
						 * @description How much of the date the source gives
						 * @enum {string}
						 */
						precision?: "day" | "month" | "year";
					} | null;
					ends_on?: {
						/**
						 * Format: partial-date
						 * @description `2024`, `2024-12` or `2024-12-31`
						 */
						value: string;
						/**
						 * @description How much of the date the source gives
						 * @enum {string}
						 */
						precision?: "day" | "month" | "year";
					} | null;
				} | null;
			}[];
			sources: {
				title?: string | null;
				publisher?: string | null;
				published_on?: string | null;
				url?: string | null;
				quoted?: string | null;
			}[];
		};
		/** @description JSON merge patch (RFC 7396) of what may be edited; `null` removes; what results must be as in NewActionPlan */
		ActionPlanPatch: {
			/** @description As in NewActionPlan */
			title?: unknown;
			/** @description As in NewActionPlan */
			collectivities?: unknown;
			/** @description As in NewActionPlan */
			cycle?: unknown;
			/** @description As in NewActionPlan */
			programme?: unknown;
			/** @description As in NewActionPlan */
			follow_up_committee?: unknown;
			/** @description As in NewActionPlan */
			previous_plan?: unknown;
			/** @description As in NewActionPlan */
			phases?: unknown;
			/** @description As in NewActionPlan */
			sources?: unknown;
		};
		/** @description A dated step in the life of a plan */
		NewPlanTransition: {
			/**
			 * @description What happens
			 * @enum {string}
			 */
			action: "publish_draft" | "validate" | "reopen" | "schedule" | "unschedule" | "redraft" | "withdraw" | "start_implementation" | "evaluate" | "close";
			/** @description A date as precise as its source */
			effective_on: {
				/**
				 * Format: partial-date
				 * @description `2024`, `2024-12` or `2024-12-31`
				 */
				value: string;
				/**
				 * @description How much of the date the source gives
				 * @enum {string}
				 */
				precision?: "day" | "month" | "year";
			};
			/** @description Of `publish_draft`: its number; the last one when not said */
			draft?: number;
			/** @description Of `schedule`: ids of the approval sessions that vote on the draft, one of each collectivity; the only open one of each when not said */
			sessions?: string[];
			reason?: string | null;
			sources?: {
				title?: string | null;
				publisher?: string | null;
				published_on?: string | null;
				url?: string | null;
				quoted?: string | null;
			}[];
			/** @description Ids of documents that are published: an evaluation, a decision */
			documents?: string[];
		};
		/** @description A dated step in the life of a plan */
		PlanTransition: {
			ordinal: number;
			/** @description What happened */
			action: string;
			/** @description What it was */
			from_status: string;
			/** @description What it became */
			to_status: string;
			effective_on: components["schemas"]["PartialDate"];
			draft: number | null;
			reason: string | null;
			sources: components["schemas"]["Source"][];
			/** @description Ids of documents, at `/v1/documents` */
			documents: string[];
		};
		PlanActions: {
			data: {
				/** @description What may be asked for at `/transitions` */
				action: string;
				to_status: string | null;
				/** @description Whether the caller may do it now */
				possible: boolean;
				refusal: {
					/** @description Of the problem that it would meet */
					code: string;
					/** @description Why, in the language of Content-Language */
					detail: string;
				} | null;
			}[];
		};
		/** @description What a draft says, whole */
		DraftDocument: {
			/** @description In order; four is the habit */
			axes: {
				key?: string | null;
				/** @description Title */
				title: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				};
				rationale?: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				} | null;
				principles?: ("transparency" | "accountability" | "access_to_information" | "citizen_participation" | "digitalisation")[];
				commitments?: {
					key?: string | null;
					/** @description What is promised */
					title: {
						ar?: string | null;
						fr?: string | null;
						en?: string | null;
						zgh?: string | null;
					};
					problem?: {
						ar?: string | null;
						fr?: string | null;
						en?: string | null;
						zgh?: string | null;
					} | null;
					solution?: {
						ar?: string | null;
						fr?: string | null;
						en?: string | null;
						zgh?: string | null;
					} | null;
					expected_impact?: {
						ar?: string | null;
						fr?: string | null;
						en?: string | null;
						zgh?: string | null;
					} | null;
					lead_institution?: {
						/** @description Name of the institution */
						name: {
							ar?: string | null;
							fr?: string | null;
							en?: string | null;
							zgh?: string | null;
						};
					} | null;
					supporting_institutions?: {
						/** @description Name of the institution */
						name: {
							ar?: string | null;
							fr?: string | null;
							en?: string | null;
							zgh?: string | null;
						};
					}[];
					principles: ("transparency" | "accountability" | "access_to_information" | "citizen_participation" | "digitalisation")[];
					budget?: {
						/** @description Exact decimal */
						amount: string;
						/**
						 * Format: currency
						 * @description ISO 4217
						 */
						currency: string;
					} | null;
					financial_effect?: boolean | null;
					indicators?: {
						/** @description What is measured */
						title: {
							ar?: string | null;
							fr?: string | null;
							en?: string | null;
							zgh?: string | null;
						};
						unit?: {
							ar?: string | null;
							fr?: string | null;
							en?: string | null;
							zgh?: string | null;
						} | null;
						baseline?: string | null;
						target?: string | null;
					}[];
					milestones?: {
						key?: string | null;
						/** @description What is to be done */
						title: {
							ar?: string | null;
							fr?: string | null;
							en?: string | null;
							zgh?: string | null;
						};
						due_on?: {
							/**
							 * Format: partial-date
							 * @description `2024`, `2024-12` or `2024-12-31`
							 */
							value: string;
							/**
							 * @description How much of the date the source gives
							 * @enum {string}
							 */
							precision?: "day" | "month" | "year";
						} | null;
					}[];
				}[];
			}[];
			sources?: {
				title?: string | null;
				publisher?: string | null;
				published_on?: string | null;
				url?: string | null;
				quoted?: string | null;
			}[];
		};
		/** @description JSON merge patch (RFC 7396): a list is replaced as a whole; what results must be as in DraftDocument */
		DraftPatch: {
			/** @description As in DraftDocument */
			axes?: unknown;
			/** @description As in DraftDocument */
			sources?: unknown;
		};
		/** @description What a draft promises */
		DraftCommitment: {
			/** @description The same from draft to draft */
			key: string;
			title: components["schemas"]["Texts"];
			problem: components["schemas"]["Texts"] | null;
			solution: components["schemas"]["Texts"] | null;
			expected_impact: components["schemas"]["Texts"] | null;
			lead_institution: {
				name: components["schemas"]["Texts"];
			} | null;
			supporting_institutions: {
				name: components["schemas"]["Texts"];
			}[];
			/** @description Principles that it serves */
			principles: string[];
			budget: {
				/** @description Exact decimal */
				amount: string;
				/** @description ISO 4217 */
				currency: string;
			} | null;
			financial_effect: boolean | null;
			indicators: {
				title: components["schemas"]["Texts"];
				unit: components["schemas"]["Texts"] | null;
				baseline: string | null;
				target: string | null;
			}[];
			milestones: {
				key: string;
				title: components["schemas"]["Texts"];
				due_on: components["schemas"]["PartialDate"] | null;
			}[];
		};
		/** @description A priority theme of a draft */
		DraftAxis: {
			/** @description The same from draft to draft */
			key: string;
			title: components["schemas"]["Texts"];
			rationale: components["schemas"]["Texts"] | null;
			principles: string[];
			commitments: components["schemas"]["DraftCommitment"][];
		};
		/** @description A numbered draft of a plan */
		Draft: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/**
			 * Format: uuid
			 * @description UUID
			 */
			plan_id: string;
			number: number;
			/** @description `frozen` once it was consulted on or voted on */
			status: string;
			based_on: number | null;
			/** @description In a list: with `include=axes` */
			axes?: components["schemas"]["DraftAxis"][];
			/** @description Hints; none of them stands in the way of anything */
			warnings: {
				code: string;
				/** @description JSON pointer into the draft */
				pointer: string;
				detail: {
					ar: string;
					fr: string;
					en: string;
				};
			}[];
			content_hash: string | null;
			frozen_at: string | null;
			frozen_by: string | null;
			publication: {
				published_on: components["schemas"]["PartialDate"];
				/** @description What made it public */
				published_by: string;
				sources: components["schemas"]["Source"][];
			} | null;
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description What became of the axes and commitments of one draft in another; parts are the same by their keys. Remove what was removed or moved, change what changed, then set what was added or moved at its place, in the order of the places: that is the other draft */
		DraftDiff: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			plan_id: string;
			from: {
				number: number;
				content_hash: string | null;
			};
			to: {
				number: number;
				content_hash: string | null;
			};
			axes: {
				added: {
					/** @description The same from draft to draft */
					key: string;
					at: {
						/** @description Of a commitment: the key of its axis */
						axis?: string;
						position: number;
					};
					value: {
						/** @description The same from draft to draft */
						key: string;
						title: components["schemas"]["Texts"];
						rationale: components["schemas"]["Texts"] | null;
						principles: string[];
					};
				}[];
				removed: {
					/** @description The same from draft to draft */
					key: string;
					at: {
						/** @description Of a commitment: the key of its axis */
						axis?: string;
						position: number;
					};
					value: {
						/** @description The same from draft to draft */
						key: string;
						title: components["schemas"]["Texts"];
						rationale: components["schemas"]["Texts"] | null;
						principles: string[];
					};
				}[];
				moved: {
					/** @description The same from draft to draft */
					key: string;
					from: {
						/** @description Of a commitment: the key of its axis */
						axis?: string;
						position: number;
					};
					to: {
						/** @description Of a commitment: the key of its axis */
						axis?: string;
						position: number;
					};
				}[];
				changed: {
					/** @description The same from draft to draft */
					key: string;
					changes: {
						/** @description `title.ar`, `budget` and so on */
						field: string;
						/** @description The value before */
						from: unknown;
						/** @description The value after */
						to: unknown;
						words: {
							/**
							 * @description Of which of the two texts
							 * @enum {string}
							 */
							op: "kept" | "removed" | "added";
							text: string;
						}[] | null;
					}[];
				}[];
			};
			commitments: {
				added: {
					/** @description The same from draft to draft */
					key: string;
					at: {
						/** @description Of a commitment: the key of its axis */
						axis?: string;
						position: number;
					};
					value: components["schemas"]["DraftCommitment"];
				}[];
				removed: {
					/** @description The same from draft to draft */
					key: string;
					at: {
						/** @description Of a commitment: the key of its axis */
						axis?: string;
						position: number;
					};
					value: components["schemas"]["DraftCommitment"];
				}[];
				moved: {
					/** @description The same from draft to draft */
					key: string;
					from: {
						/** @description Of a commitment: the key of its axis */
						axis?: string;
						position: number;
					};
					to: {
						/** @description Of a commitment: the key of its axis */
						axis?: string;
						position: number;
					};
				}[];
				changed: {
					/** @description The same from draft to draft */
					key: string;
					changes: {
						/** @description `title.ar`, `budget` and so on */
						field: string;
						/** @description The value before */
						from: unknown;
						/** @description The value after */
						to: unknown;
						words: {
							/**
							 * @description Of which of the two texts
							 * @enum {string}
							 */
							op: "kept" | "removed" | "added";
							text: string;
						}[] | null;
					}[];
				}[];
			};
		};
		/** @description A council session on a plan; perhaps only announced, without a draft, a day or members in office */
		NewApprovalSession: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			plan_id: string;
			/**
			 * Format: collectivity
			 * @description Id or code of the collectivity whose council meets: one of the plan’s
			 */
			collectivity: string;
			redeliberates?: string | null;
			/**
			 * @description How it comes about
			 * @enum {string}
			 */
			kind: "ordinary" | "extraordinary_by_president" | "extraordinary_by_members" | "extraordinary_of_right";
			announced_as?: {
				ar?: string | null;
				fr?: string | null;
				en?: string | null;
				zgh?: string | null;
			} | null;
			opens_on?: {
				/**
				 * Format: partial-date
				 * @description `2024`, `2024-12` or `2024-12-31`
				 */
				value: string;
				/**
				 * @description How much of the date the source gives
				 * @enum {string}
				 */
				precision?: "day" | "month" | "year";
			} | null;
			members_in_office?: number | null;
			members_in_office_on?: string | null;
			requested?: {
				/**
				 * Format: date
				 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
				 */
				on: string;
				members?: number | null;
			} | null;
			item_on_agenda?: boolean | null;
			notice_sent_on?: string | null;
			agenda_sent_on?: string | null;
			declared_outcome?: {
				/**
				 * @description As declared
				 * @enum {string}
				 */
				outcome: "adopted" | "rejected" | "deferred";
				sources: {
					title?: string | null;
					publisher?: string | null;
					published_on?: string | null;
					url?: string | null;
					quoted?: string | null;
				}[];
			} | null;
			votes_published?: {
				/**
				 * Format: date
				 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
				 */
				on: string;
				/**
				 * Format: text
				 * @description On what legal basis
				 */
				basis: string;
				url?: string | null;
			} | null;
			after_the_vote?: {
				closed_on?: string | null;
				posted_on?: string | null;
				minutes_sent_on?: string | null;
				transmitted_on?: string | null;
				received_on?: string | null;
				opposed_on?: string | null;
				opposition_reason?: string | null;
				financial_effect?: boolean | null;
				visa?: {
					/**
					 * @description Of the authority
					 * @enum {string}
					 */
					decision: "granted" | "refused";
					/**
					 * Format: date
					 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
					 */
					decided_on: string;
				} | null;
			} | null;
			sources: {
				title?: string | null;
				publisher?: string | null;
				published_on?: string | null;
				url?: string | null;
				quoted?: string | null;
			}[];
		};
		/** @description JSON merge patch (RFC 7396) of what may be edited; `null` removes; what results must be as in NewApprovalSession */
		ApprovalSessionPatch: {
			/** @description As in NewApprovalSession */
			kind?: unknown;
			/** @description As in NewApprovalSession */
			announced_as?: unknown;
			/** @description As in NewApprovalSession */
			opens_on?: unknown;
			/** @description As in NewApprovalSession */
			members_in_office?: unknown;
			/** @description As in NewApprovalSession */
			members_in_office_on?: unknown;
			/** @description As in NewApprovalSession */
			requested?: unknown;
			/** @description As in NewApprovalSession */
			item_on_agenda?: unknown;
			/** @description As in NewApprovalSession */
			notice_sent_on?: unknown;
			/** @description As in NewApprovalSession */
			agenda_sent_on?: unknown;
			/** @description As in NewApprovalSession */
			declared_outcome?: unknown;
			/** @description As in NewApprovalSession */
			votes_published?: unknown;
			/** @description As in NewApprovalSession */
			after_the_vote?: unknown;
			/** @description As in NewApprovalSession */
			sources?: unknown;
		};
		/** @description A meeting of the council, as it was */
		NewSitting: {
			call: (1 | 2 | 3) | null;
			/**
			 * Format: date
			 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
			 */
			held_on: string;
			present_at_opening?: number | null;
		};
		/** @description A vote as it was counted; what came of it is computed */
		NewVote: {
			/** @description Number of the sitting in which it was held */
			sitting: number;
			/**
			 * @description What was put to the vote; `adoption` when not said
			 * @enum {string}
			 */
			motion?: "adoption" | "deferral";
			/**
			 * @description All but `ordinary`, the default, take a majority of the members in office
			 * @enum {string}
			 */
			subject?: "ordinary" | "development_programme" | "spatial_plan" | "development_company" | "public_services" | "public_private_partnership" | "shared_or_transferred_powers";
			/**
			 * @description By law the vote is public; `public` when not said
			 * @enum {string}
			 */
			ballot?: "public" | "secret";
			/** @description Votes for */
			for: number;
			/** @description Votes against */
			against: number;
			/** @description Abstentions, which are not votes cast */
			abstentions: number;
			president_side?: ("for" | "against") | null;
			amended_draft?: string | null;
			roll?: {
				/**
				 * Format: text
				 * @description On what basis the names are kept (law 09-08)
				 */
				legal_basis: string;
				/**
				 * Format: date
				 * @description The last day on which they are kept
				 */
				retention_until: string;
				voters: {
					/**
					 * Format: text
					 * @description As in the minutes
					 */
					name: string;
					/**
					 * @description How they voted
					 * @enum {string}
					 */
					side: "for" | "against" | "abstention";
				}[];
			} | null;
		};
		/** @description A step of a session; sittings and the vote do the rest */
		NewSessionStep: {
			/**
			 * @description What happens
			 * @enum {string}
			 */
			action: "convene" | "cancel";
			reason?: string | null;
		};
		/** @description A vote, the majority that it took and what came of it */
		SessionVote: {
			sitting: number;
			/** @description What was put to the vote */
			motion: string;
			/** @description Subject of the vote */
			subject: string;
			/** @description How it was held */
			ballot: string;
			for: number;
			against: number;
			abstentions: number;
			president_side: string | null;
			amended_hash: string | null;
			voters: number | null;
			majority: {
				/** @description What it is a majority of */
				rule: string;
				required: number;
				in_favour: number;
				reached: boolean;
				tie_broken_by: string | null;
				basis: components["schemas"]["LegalBasis"];
			};
			outcome: string | null;
		};
		/** @description A term that the law sets for a session */
		SessionDeadline: {
			/** @description What is due */
			step: string;
			/**
			 * Format: date
			 * @description The last day for it
			 */
			due_on: string;
			done_on: string | null;
			/** @description At the end of `as_of` */
			state: string;
			basis: components["schemas"]["LegalBasis"];
			/** @description Days that did not count */
			skipped: components["schemas"]["SkippedDay"][];
		};
		/** @description What does not fit the law, or itself; nothing is refused for it */
		SessionWarning: {
			code: string;
			/** @description JSON pointer to the fact in the session */
			pointer: string;
			detail: {
				ar: string;
				fr: string;
				en: string;
			};
			basis: components["schemas"]["LegalBasis"] | null;
		};
		/** @description A council session on a plan; by itself it also tells deadlines and warnings */
		ListedSession: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/**
			 * Format: uuid
			 * @description UUID
			 */
			plan_id: string;
			collectivity: components["schemas"]["CollectivityRef"];
			/** @description How it comes about */
			kind: string;
			/** @description Where it stands */
			status: string;
			status_reason: string | null;
			announced_as: components["schemas"]["Texts"] | null;
			opens_on: components["schemas"]["PartialDate"] | null;
			members_in_office: number | null;
			members_in_office_on: string | null;
			requested: {
				/**
				 * Format: date
				 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
				 */
				on: string;
				members: number | null;
			} | null;
			item_on_agenda: boolean | null;
			notice_sent_on: string | null;
			agenda_sent_on: string | null;
			content_hash: string | null;
			redeliberates: string | null;
			/** @description In order */
			sittings: {
				number: number;
				call: number | null;
				/**
				 * Format: date
				 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
				 */
				held_on: string;
				present_at_opening: number | null;
				quorum: {
					/** @description The least number present with which the council deliberates validly */
					required: number;
					present: number;
					met: boolean;
					basis: components["schemas"]["LegalBasis"];
				} | null;
			}[];
			vote: components["schemas"]["SessionVote"] | null;
			/** @description Those of earlier sittings, which decided nothing */
			earlier_votes: components["schemas"]["SessionVote"][];
			outcome: string | null;
			decided_on: string | null;
			declared_outcome: {
				/** @description As declared */
				outcome: string;
				sources: components["schemas"]["Source"][];
			} | null;
			votes_published: {
				/**
				 * Format: date
				 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
				 */
				on: string;
				basis: string;
				url: string | null;
			} | null;
			after_the_vote: {
				closed_on: string | null;
				posted_on: string | null;
				minutes_sent_on: string | null;
				transmitted_on: string | null;
				received_on: string | null;
				opposed_on: string | null;
				opposition_reason: string | null;
				financial_effect: boolean | null;
				visa: {
					/** @description Of the authority */
					decision: string;
					/**
					 * Format: date
					 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
					 */
					decided_on: string;
				} | null;
			} | null;
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description A council session on a plan, held against the law */
		ApprovalSession: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/**
			 * Format: uuid
			 * @description UUID
			 */
			plan_id: string;
			collectivity: components["schemas"]["CollectivityRef"];
			/** @description How it comes about */
			kind: string;
			/** @description Where it stands */
			status: string;
			status_reason: string | null;
			announced_as: components["schemas"]["Texts"] | null;
			opens_on: components["schemas"]["PartialDate"] | null;
			members_in_office: number | null;
			members_in_office_on: string | null;
			requested: {
				/**
				 * Format: date
				 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
				 */
				on: string;
				members: number | null;
			} | null;
			item_on_agenda: boolean | null;
			notice_sent_on: string | null;
			agenda_sent_on: string | null;
			content_hash: string | null;
			redeliberates: string | null;
			/** @description In order */
			sittings: {
				number: number;
				call: number | null;
				/**
				 * Format: date
				 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
				 */
				held_on: string;
				present_at_opening: number | null;
				quorum: {
					/** @description The least number present with which the council deliberates validly */
					required: number;
					present: number;
					met: boolean;
					basis: components["schemas"]["LegalBasis"];
				} | null;
			}[];
			vote: components["schemas"]["SessionVote"] | null;
			/** @description Those of earlier sittings, which decided nothing */
			earlier_votes: components["schemas"]["SessionVote"][];
			outcome: string | null;
			decided_on: string | null;
			declared_outcome: {
				/** @description As declared */
				outcome: string;
				sources: components["schemas"]["Source"][];
			} | null;
			votes_published: {
				/**
				 * Format: date
				 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
				 */
				on: string;
				basis: string;
				url: string | null;
			} | null;
			after_the_vote: {
				closed_on: string | null;
				posted_on: string | null;
				minutes_sent_on: string | null;
				transmitted_on: string | null;
				received_on: string | null;
				opposed_on: string | null;
				opposition_reason: string | null;
				financial_effect: boolean | null;
				visa: {
					/** @description Of the authority */
					decision: string;
					/**
					 * Format: date
					 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
					 */
					decided_on: string;
				} | null;
			} | null;
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
			enforceable_on: string | null;
			/** @description As far as its days are known */
			deadlines: components["schemas"]["SessionDeadline"][];
			warnings: components["schemas"]["SessionWarning"][];
			/**
			 * Format: date
			 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
			 */
			as_of: string;
		};
		/** @description Who voted how */
		SessionRoll: {
			data: {
				sitting: number;
				name: string | null;
				/** @description How they voted */
				side: string;
			}[];
			published: {
				/**
				 * Format: date
				 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
				 */
				on: string;
				basis: string;
				url: string | null;
			} | null;
			/** @description It is not for the caller, who sees none of it */
			withheld: boolean;
		};
		SessionActions: {
			data: {
				/** @description What may be asked for at `/transitions` */
				action: string;
				to_status: string | null;
				/** @description Whether the caller may do it now */
				possible: boolean;
				refusal: {
					/** @description Of the problem that it would meet */
					code: string;
					/** @description Why, in the language of Content-Language */
					detail: string;
				} | null;
			}[];
		};
		/** @description What a member says of a commitment of its own */
		NewProgressReport: {
			/** @description A date as precise as its source */
			reported_on: {
				/**
				 * Format: partial-date
				 * @description `2024`, `2024-12` or `2024-12-31`
				 */
				value: string;
				/**
				 * @description How much of the date the source gives
				 * @enum {string}
				 */
				precision?: "day" | "month" | "year";
			};
			period?: {
				starts_on?: {
					/**
					 * Format: partial-date
					 * @description `2024`, `2024-12` or `2024-12-31`
					 */
					value: string;
					/**
					 * @description How much of the date the source gives
					 * @enum {string}
					 */
					precision?: "day" | "month" | "year";
				} | null;
				ends_on?: {
					/**
					 * Format: partial-date
					 * @description `2024`, `2024-12` or `2024-12-31`
					 */
					value: string;
					/**
					 * @description How much of the date the source gives
					 * @enum {string}
					 */
					precision?: "day" | "month" | "year";
				} | null;
			} | null;
			stage?: ("not_started" | "started" | "substantial" | "completed") | null;
			percentage?: number | null;
			text?: {
				ar?: string | null;
				fr?: string | null;
				en?: string | null;
				zgh?: string | null;
			} | null;
			/** @description What was done by then; what an earlier report says need not be repeated */
			milestones?: {
				/** @description Of a milestone of the commitment */
				key: string;
				/** @description A date as precise as its source */
				done_on: {
					/**
					 * Format: partial-date
					 * @description `2024`, `2024-12` or `2024-12-31`
					 */
					value: string;
					/**
					 * @description How much of the date the source gives
					 * @enum {string}
					 */
					precision?: "day" | "month" | "year";
				};
			}[];
			/** @description Ids of documents that are published, at `/v1/documents` */
			evidence?: string[];
			sources: {
				title?: string | null;
				publisher?: string | null;
				published_on?: string | null;
				url?: string | null;
				quoted?: string | null;
			}[];
		};
		/** @description JSON merge patch (RFC 7396); `null` removes; what results must be as in NewProgressReport */
		ProgressReportPatch: {
			/** @description As in NewProgressReport */
			reported_on?: unknown;
			/** @description As in NewProgressReport */
			period?: unknown;
			/** @description As in NewProgressReport */
			stage?: unknown;
			/** @description As in NewProgressReport */
			percentage?: unknown;
			/** @description As in NewProgressReport */
			text?: unknown;
			/** @description As in NewProgressReport */
			milestones?: unknown;
			/** @description As in NewProgressReport */
			evidence?: unknown;
			/** @description As in NewProgressReport */
			sources?: unknown;
		};
		/** @description What a member says of a commitment of its own */
		ProgressReport: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/**
			 * Format: uuid
			 * @description UUID
			 */
			commitment_id: string;
			reported_on: components["schemas"]["PartialDate"];
			period: {
				starts_on: components["schemas"]["PartialDate"] | null;
				ends_on: components["schemas"]["PartialDate"] | null;
			} | null;
			/** @description How far it had come */
			stage: string;
			percentage: number | null;
			text: components["schemas"]["Texts"] | null;
			milestones: {
				key: string;
				done_on: components["schemas"]["PartialDate"];
			}[];
			/** @description Ids of documents, at `/v1/documents` */
			evidence: string[];
			sources: components["schemas"]["Source"][];
			withdrawal: {
				/**
				 * Format: date-time
				 * @description RFC 3339 in UTC, with milliseconds
				 */
				withdrawn_at: string;
				reason: string;
			} | null;
			/** @description Hints; none of them stands in the way of anything */
			warnings: {
				/** @description A milestone was done before the plan began */
				code: string;
				/** @description JSON pointer into the report */
				pointer: string;
				detail: {
					ar: string;
					fr: string;
					en: string;
				};
			}[];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description What others than the member find of a commitment */
		NewAssessment: {
			/** @description A date as precise as its source */
			assessed_on: {
				/**
				 * Format: partial-date
				 * @description `2024`, `2024-12` or `2024-12-31`
				 */
				value: string;
				/**
				 * @description How much of the date the source gives
				 * @enum {string}
				 */
				precision?: "day" | "month" | "year";
			};
			/**
			 * @description How far it has come, on the scale of the Open Government Partnership
			 * @enum {string}
			 */
			completion: "no_evidence_available" | "not_started" | "limited" | "substantial" | "complete";
			/** @description The organisation that assessed; never a person */
			assessor: {
				/** @description Its name */
				name: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				};
			};
			method?: {
				ar?: string | null;
				fr?: string | null;
				en?: string | null;
				zgh?: string | null;
			} | null;
			text?: {
				ar?: string | null;
				fr?: string | null;
				en?: string | null;
				zgh?: string | null;
			} | null;
			/** @description Ids of documents that are published, at `/v1/documents` */
			evidence?: string[];
			sources: {
				title?: string | null;
				publisher?: string | null;
				published_on?: string | null;
				url?: string | null;
				quoted?: string | null;
			}[];
		};
		/** @description JSON merge patch (RFC 7396); `null` removes; what results must be as in NewAssessment */
		AssessmentPatch: {
			/** @description As in NewAssessment */
			assessed_on?: unknown;
			/** @description As in NewAssessment */
			completion?: unknown;
			/** @description As in NewAssessment */
			assessor?: unknown;
			/** @description As in NewAssessment */
			method?: unknown;
			/** @description As in NewAssessment */
			text?: unknown;
			/** @description As in NewAssessment */
			evidence?: unknown;
			/** @description As in NewAssessment */
			sources?: unknown;
		};
		/** @description What others than the member find of a commitment */
		Assessment: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/**
			 * Format: uuid
			 * @description UUID
			 */
			commitment_id: string;
			assessed_on: components["schemas"]["PartialDate"];
			/** @description How far it had come, on the scale of the Open Government Partnership */
			completion: string;
			assessor: {
				name: components["schemas"]["Texts"];
			};
			method: components["schemas"]["Texts"] | null;
			text: components["schemas"]["Texts"] | null;
			/** @description Ids of documents, at `/v1/documents` */
			evidence: string[];
			sources: components["schemas"]["Source"][];
			withdrawal: {
				/**
				 * Format: date-time
				 * @description RFC 3339 in UTC, with milliseconds
				 */
				withdrawn_at: string;
				reason: string;
			} | null;
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description Why a record no longer counts */
		NewWithdrawal: {
			/**
			 * Format: text
			 * @description Kept and public
			 */
			reason: string;
		};
		/** @description How many came, as everybody may see it: cells of 1 to 4 are suppressed, and sums are made of the other cells alone (law 09-08) */
		Attendance: {
			cells: {
				/** @description Who they are */
				category: string;
				/** @description `unknown` where nobody wrote it down */
				gender: string;
				invited: {
					value: number | null;
					/** @description `suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed */
					status: string;
				};
				registered: {
					value: number | null;
					/** @description `suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed */
					status: string;
				};
				present: {
					value: number | null;
					/** @description `suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed */
					status: string;
				};
			}[];
			by_category: {
				/** @description Who they are */
				category: string;
				invited: {
					value: number | null;
					/** @description `suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed */
					status: string;
				};
				registered: {
					value: number | null;
					/** @description `suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed */
					status: string;
				};
				present: {
					value: number | null;
					/** @description `suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed */
					status: string;
				};
			}[];
			by_gender: {
				/** @description Where it is known */
				gender: string;
				invited: {
					value: number | null;
					/** @description `suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed */
					status: string;
				};
				registered: {
					value: number | null;
					/** @description `suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed */
					status: string;
				};
				present: {
					value: number | null;
					/** @description `suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed */
					status: string;
				};
			}[];
			total: {
				invited: {
					value: number | null;
					/** @description `suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed */
					status: string;
				};
				registered: {
					value: number | null;
					/** @description `suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed */
					status: string;
				};
				present: {
					value: number | null;
					/** @description `suppressed`: 1 to 4; `at_least`: a sum, some of whose parts are unknown or suppressed */
					status: string;
				};
			};
		};
		/** @description A workshop, planned or held already */
		NewWorkshop: {
			/**
			 * @description What kind of meeting
			 * @enum {string}
			 */
			kind: "communication_meeting" | "training" | "co_creation" | "consultation" | "committee";
			/** @description Whom it serves; none for the network’s own */
			collectivities: string[];
			plan_id?: string | null;
			mode?: ("in_person" | "remote" | "hybrid") | null;
			title?: {
				ar?: string | null;
				fr?: string | null;
				en?: string | null;
				zgh?: string | null;
			} | null;
			subject?: {
				ar?: string | null;
				fr?: string | null;
				en?: string | null;
				zgh?: string | null;
			} | null;
			audience?: {
				ar?: string | null;
				fr?: string | null;
				en?: string | null;
				zgh?: string | null;
			} | null;
			programme?: {
				ar?: string | null;
				fr?: string | null;
				en?: string | null;
				zgh?: string | null;
			} | null;
			held_on?: {
				/**
				 * Format: partial-date
				 * @description `2024`, `2024-12` or `2024-12-31`
				 */
				value: string;
				/**
				 * @description How much of the date the source gives
				 * @enum {string}
				 */
				precision?: "day" | "month" | "year";
			} | null;
			part_of_day?: ("morning" | "afternoon" | "evening" | "whole_day") | null;
			starts_at?: string | null;
			ends_at?: string | null;
			time_zone?: string | null;
			place?: {
				collectivity?: string | null;
				venue?: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				} | null;
				room?: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				} | null;
				address?: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				} | null;
				point?: {
					longitude: number;
					latitude: number;
				} | null;
				capacity?: number | null;
			} | null;
			link?: string | null;
			host?: {
				collectivity?: string | null;
				name?: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				} | null;
			} | null;
			chair?: {
				/** @description A text in each language in which it is known */
				name: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				};
				/** @description Other spellings of a source */
				name_variants?: {
					/** @description BCP 47 */
					lang: string;
					/** Format: text */
					value: string;
					note?: string | null;
				}[];
				/** @description A text in each language in which it is known */
				function: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				};
			} | null;
			officials?: {
				/** @description A text in each language in which it is known */
				name: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				};
				/** @description Other spellings of a source */
				name_variants?: {
					/** @description BCP 47 */
					lang: string;
					/** Format: text */
					value: string;
					note?: string | null;
				}[];
				/** @description A text in each language in which it is known */
				function: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				};
			}[];
			agenda?: {
				starts_at?: string | null;
				ends_at?: string | null;
				/** @description A text in each language in which it is known */
				title: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				};
				speaker?: {
					/** @description A text in each language in which it is known */
					name: {
						ar?: string | null;
						fr?: string | null;
						en?: string | null;
						zgh?: string | null;
					};
					/** @description Other spellings of a source */
					name_variants?: {
						/** @description BCP 47 */
						lang: string;
						/** Format: text */
						value: string;
						note?: string | null;
					}[];
					/** @description A text in each language in which it is known */
					function: {
						ar?: string | null;
						fr?: string | null;
						en?: string | null;
						zgh?: string | null;
					};
				} | null;
				on_behalf_of?: {
					/** @description A text in each language in which it is known */
					name: {
						ar?: string | null;
						fr?: string | null;
						en?: string | null;
						zgh?: string | null;
					};
					/** @description Other spellings of a source */
					name_variants?: {
						/** @description BCP 47 */
						lang: string;
						/** Format: text */
						value: string;
						note?: string | null;
					}[];
					/** @description A text in each language in which it is known */
					function: {
						ar?: string | null;
						fr?: string | null;
						en?: string | null;
						zgh?: string | null;
					};
				} | null;
			}[];
			breakout_groups?: {
				/** @description A text in each language in which it is known */
				topic: {
					ar?: string | null;
					fr?: string | null;
					en?: string | null;
					zgh?: string | null;
				};
				components?: ("elected" | "civil_society" | "staff" | "consultative_body" | "other")[];
				axis_key?: string | null;
				facilitator?: {
					component?: ("elected" | "civil_society" | "staff" | "consultative_body" | "other") | null;
					function?: {
						ar?: string | null;
						fr?: string | null;
						en?: string | null;
						zgh?: string | null;
					} | null;
				} | null;
				rapporteur?: {
					component?: ("elected" | "civil_society" | "staff" | "consultative_body" | "other") | null;
					function?: {
						ar?: string | null;
						fr?: string | null;
						en?: string | null;
						zgh?: string | null;
					} | null;
				} | null;
				outputs?: {
					/**
					 * @description What it is
					 * @enum {string}
					 */
					kind: "problem" | "idea" | "recommendation" | "decision";
					/** @description A text in each language in which it is known */
					text: {
						ar?: string | null;
						fr?: string | null;
						en?: string | null;
						zgh?: string | null;
					};
					axis_key?: string | null;
				}[];
			}[];
			sources: {
				title?: string | null;
				publisher?: string | null;
				published_on?: string | null;
				url?: string | null;
				quoted?: string | null;
			}[];
			/**
			 * @description `planned` when not said
			 * @enum {string}
			 */
			status?: "planned" | "held";
		};
		/** @description JSON merge patch (RFC 7396) of what may be edited; `null` removes; what results must be as in NewWorkshop */
		WorkshopPatch: {
			/** @description As in NewWorkshop */
			kind?: unknown;
			/** @description As in NewWorkshop */
			collectivities?: unknown;
			/** @description As in NewWorkshop */
			plan_id?: unknown;
			/** @description As in NewWorkshop */
			mode?: unknown;
			/** @description As in NewWorkshop */
			title?: unknown;
			/** @description As in NewWorkshop */
			subject?: unknown;
			/** @description As in NewWorkshop */
			audience?: unknown;
			/** @description As in NewWorkshop */
			programme?: unknown;
			/** @description As in NewWorkshop */
			held_on?: unknown;
			/** @description As in NewWorkshop */
			part_of_day?: unknown;
			/** @description As in NewWorkshop */
			starts_at?: unknown;
			/** @description As in NewWorkshop */
			ends_at?: unknown;
			/** @description As in NewWorkshop */
			time_zone?: unknown;
			/** @description As in NewWorkshop */
			place?: unknown;
			/** @description As in NewWorkshop */
			link?: unknown;
			/** @description As in NewWorkshop */
			host?: unknown;
			/** @description As in NewWorkshop */
			chair?: unknown;
			/** @description As in NewWorkshop */
			officials?: unknown;
			/** @description As in NewWorkshop */
			agenda?: unknown;
			/** @description As in NewWorkshop */
			breakout_groups?: unknown;
			/** @description As in NewWorkshop */
			sources?: unknown;
		};
		/** @description A step in the life of a workshop */
		NewWorkshopTransition: {
			/**
			 * @description What happens
			 * @enum {string}
			 */
			action: "hold" | "cancel" | "reinstate";
			reason?: string | null;
		};
		/** @description A meeting or workshop; what a source does not say is null */
		Workshop: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description What kind of meeting */
			kind: string;
			/** @description Cancelled ones stay */
			status: string;
			status_reason: string | null;
			title: components["schemas"]["Names"] | null;
			subject: components["schemas"]["Names"] | null;
			audience: components["schemas"]["Names"] | null;
			programme: components["schemas"]["Names"] | null;
			mode: string | null;
			held_on: components["schemas"]["PartialDate"] | null;
			part_of_day: string | null;
			starts_at: string | null;
			ends_at: string | null;
			/** @description Of the tz database */
			time_zone: string;
			place: {
				collectivity: components["schemas"]["CollectivityRef"] | null;
				venue: components["schemas"]["Names"] | null;
				room: components["schemas"]["Names"] | null;
				address: components["schemas"]["Names"] | null;
				point: {
					longitude: number;
					latitude: number;
				} | null;
				capacity: number | null;
			} | null;
			link: string | null;
			host: {
				collectivity: components["schemas"]["CollectivityRef"] | null;
				name: components["schemas"]["Names"] | null;
			} | null;
			chair: {
				name: components["schemas"]["Names"];
				name_variants: components["schemas"]["NameVariant"][];
				function: components["schemas"]["Names"];
			} | null;
			/** @description Present in a public function */
			officials: {
				name: components["schemas"]["Names"];
				name_variants: components["schemas"]["NameVariant"][];
				function: components["schemas"]["Names"];
			}[];
			/** @description In order */
			agenda: {
				starts_at: string | null;
				ends_at: string | null;
				title: components["schemas"]["Names"];
				speaker: {
					name: components["schemas"]["Names"];
					name_variants: components["schemas"]["NameVariant"][];
					function: components["schemas"]["Names"];
				} | null;
				on_behalf_of: {
					name: components["schemas"]["Names"];
					name_variants: components["schemas"]["NameVariant"][];
					function: components["schemas"]["Names"];
				} | null;
			}[];
			breakout_groups: {
				topic: components["schemas"]["Names"];
				components: string[];
				axis_key: string | null;
				facilitator: {
					component: string | null;
					function: components["schemas"]["Names"] | null;
				} | null;
				rapporteur: {
					component: string | null;
					function: components["schemas"]["Names"] | null;
				} | null;
				outputs: {
					/** @description What it is */
					kind: string;
					text: components["schemas"]["Names"];
					axis_key: string | null;
				}[];
			}[];
			/** @description Whom it serves; none for the network’s own */
			collectivities: components["schemas"]["CollectivityRef"][];
			plan_id: string | null;
			attendance: components["schemas"]["Attendance"] | null;
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
			/** @description Published ones, the oldest first; with `include=documents` */
			documents?: components["schemas"]["Document"][];
		};
		WorkshopActions: {
			data: {
				/** @description What may be asked for at `/transitions` */
				action: string;
				to_status: string | null;
				/** @description Whether the caller may do it now */
				possible: boolean;
				refusal: {
					/** @description Of the problem that it would meet */
					code: string;
					/** @description Why, in the language of Content-Language */
					detail: string;
				} | null;
			}[];
		};
		/** @description All of an attendance, as it is; what is public of it is made from it */
		NewAttendance: {
			/** @description Null or left out is unknown, not zero */
			cells: {
				/**
				 * @description Who they are
				 * @enum {string}
				 */
				category: "elected" | "civil_society" | "staff" | "consultative_body" | "other";
				/**
				 * @description `unknown` where nobody wrote it down
				 * @enum {string}
				 */
				gender: "women" | "men" | "unknown";
				invited?: number | null;
				registered?: number | null;
				present?: number | null;
			}[];
		};
		/** @description All of an attendance; for the association and the member’s editors */
		ExactAttendance: {
			cells: {
				/** @description Who they are */
				category: string;
				/** @description `unknown` where nobody wrote it down */
				gender: string;
				invited: number | null;
				registered: number | null;
				present: number | null;
			}[];
			/** @description Of what is known */
			total: {
				invited: number | null;
				registered: number | null;
				present: number | null;
			};
			/** @description Nothing that is refused; it may still be wrong */
			warnings: {
				/** @description Stable; for programs */
				code: string;
				/** @description In the language of Content-Language */
				detail: string;
			}[];
			/** @description 0 before there is one */
			revision: number;
		};
		NewParticipant: {
			/**
			 * Format: text
			 * @description As the person gives it
			 */
			name: string;
			email?: string | null;
			/**
			 * @description Who they are
			 * @enum {string}
			 */
			category: "elected" | "civil_society" | "staff" | "consultative_body" | "other";
			/**
			 * @description `participant` when not said
			 * @enum {string}
			 */
			role?: "participant" | "facilitator" | "rapporteur";
			/**
			 * Format: text
			 * @description Why the name may be kept (law 09-08)
			 */
			legal_basis: string;
			consent_version?: string | null;
			/**
			 * Format: date
			 * @description Erased once this day is past
			 */
			retention_until: string;
		};
		/** @description Who took part in a workshop; for the association and the member’s editors only */
		Participant: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description Who they are */
			category: string;
			/** @description In what role */
			role: string;
			person: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				name: string | null;
				email: string | null;
				legal_basis: string;
				consent_version: string | null;
				/**
				 * Format: date
				 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
				 */
				retention_until: string;
				erased_at: string | null;
			};
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
		};
		Participants: {
			data: components["schemas"]["Participant"][];
		};
		/** @description An instant, or the day, month or year that it lies in, all of which counts: `2023-07` to `2023-09` is from the first of July to the last of September */
		Moment: {
			/** @description An instant in UTC; a day, a month or a year where no more is known */
			value: string;
			/** @description How much of it the source gives */
			precision: string;
		};
		/** @description A consultation that is announced */
		NewConsultation: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			plan_id: string;
			/** @description The first gathers ideas; each later one is about a draft */
			round: number;
			draft?: number | null;
			title?: {
				ar?: string | null;
				fr?: string | null;
				en?: string | null;
				zgh?: string | null;
			} | null;
			description?: {
				ar?: string | null;
				fr?: string | null;
				en?: string | null;
				zgh?: string | null;
			} | null;
			/** @description Ways to take part; `online_form` is `POST …/contributions`, open to everybody */
			channels: ("in_person" | "online_form" | "email" | "post" | "phone" | "social_media" | "other")[];
			opens_at?: {
				/**
				 * Format: moment
				 * @description `2023-07-03T08:00:00Z`; where a source gives no more, `2023-07-03`, `2023-07` or `2023`
				 */
				value: string;
				/**
				 * @description How much of it the source gives; the form of `value` says it
				 * @enum {string}
				 */
				precision?: "instant" | "day" | "month" | "year";
			} | null;
			closes_at?: {
				/**
				 * Format: moment
				 * @description `2023-07-03T08:00:00Z`; where a source gives no more, `2023-07-03`, `2023-07` or `2023`
				 */
				value: string;
				/**
				 * @description How much of it the source gives; the form of `value` says it
				 * @enum {string}
				 */
				precision?: "instant" | "day" | "month" | "year";
			} | null;
			sources: {
				title?: string | null;
				publisher?: string | null;
				published_on?: string | null;
				url?: string | null;
				quoted?: string | null;
			}[];
		};
		/** @description JSON merge patch (RFC 7396) of what may be edited; `null` removes; what results must be as in NewConsultation */
		ConsultationPatch: {
			/** @description As in NewConsultation */
			round?: unknown;
			/** @description As in NewConsultation */
			draft?: unknown;
			/** @description As in NewConsultation */
			title?: unknown;
			/** @description As in NewConsultation */
			description?: unknown;
			/** @description As in NewConsultation */
			channels?: unknown;
			/** @description As in NewConsultation */
			opens_at?: unknown;
			/** @description As in NewConsultation */
			closes_at?: unknown;
			/** @description As in NewConsultation */
			sources?: unknown;
		};
		/** @description A step that the clock does not take by itself */
		NewConsultationTransition: {
			/**
			 * @description What happens
			 * @enum {string}
			 */
			action: "cancel";
			/**
			 * Format: text
			 * @description It is published
			 */
			reason: string;
		};
		/** @description A consultation of a plan; by its id also at `/v1/consultations` */
		PlanConsultation: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description The first gathers ideas; each later one is about a draft */
			round: number;
			/** @description Where it stands */
			status: string;
			draft: number | null;
			title: components["schemas"]["Texts"] | null;
			description: components["schemas"]["Texts"] | null;
			channels: string[];
			opens_at: components["schemas"]["Moment"] | null;
			closes_at: components["schemas"]["Moment"] | null;
			cancellation_reason: string | null;
			sources: components["schemas"]["Source"][];
		};
		/** @description What somebody has to say */
		NewContribution: {
			/**
			 * @description In which it is written
			 * @enum {string}
			 */
			language: "ar" | "fr" | "zgh" | "en";
			/**
			 * Format: text
			 * @description What is wrong, or missing
			 */
			problem: string;
			proposed_solution?: string | null;
			expected_impact?: string | null;
			axis?: string | null;
			contact?: {
				name?: string | null;
				email?: string | null;
				/** @description Whether the name is to be shown beside the contribution; false when not said */
				publish_name?: boolean;
				/**
				 * Format: text
				 * @description Which version of the text of consent was agreed to
				 */
				consent_version: string;
			} | null;
			/**
			 * @description How it came: `online_form` when not said; any other is for those who edit the plan to say
			 * @enum {string}
			 */
			channel?: "in_person" | "online_form" | "email" | "post" | "phone" | "social_media" | "other";
			/**
			 * Format: date-time
			 * @description When it came by another channel; for those who edit the plan to say
			 */
			received_at?: string;
		};
		/** @description That it has come. It is at `/v1/contributions/{id}` once it is published, and not before. The id alone says so: nobody can guess it, and there is no secret that would tie a person to what was said */
		ContributionReceipt: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/**
			 * Format: uuid
			 * @description UUID
			 */
			consultation_id: string;
			/** @description `pending`, until somebody has read it */
			status: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			received_at: string;
		};
		/** @description A step of moderation, or an answer */
		NewContributionTransition: {
			/**
			 * @description What happens
			 * @enum {string}
			 */
			action: "publish" | "withhold" | "accept" | "merge" | "reject" | "reconsider";
			reason?: string | null;
			commitment?: string | null;
			merged_into?: string | null;
		};
		/** @description How to reach the author; personal data */
		ContributionContact: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			name: string | null;
			email: string | null;
			legal_basis: string;
			consent_version: string | null;
			/**
			 * Format: date
			 * @description The last day on which it is kept
			 */
			retention_until: string;
			erased_at: string | null;
		};
		/** @description All public records of one kind */
		SnapshotFile: {
			/** @description Kind of record; the same as in the feed */
			type: string;
			/** @description Form of the file */
			format: string;
			/** @description Records in the file */
			rows: number;
			/** @description Bytes of the file */
			bytes: number;
			/** @description SHA-256 of the file, hexadecimal; also its entity tag */
			sha256: string;
			/** @description Where the file is; parts of it by `Range` */
			url: string;
			/** @description Where its fields are described */
			dictionary: string;
		};
		/** @description Files of all that is public, as of one position of the feed */
		Snapshot: {
			/** @description Of the newest change that the files hold */
			position: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			made_at: string;
			follow: string | null;
			/** @description All files and their fields, described as a Data Package (datapackage.org) */
			data_package: {
				url: string;
				/** @description Bytes of the file */
				bytes: number;
				/** @description SHA-256 of the file, hexadecimal; also its entity tag */
				sha256: string;
			};
			/** @description One of each kind of record in each form */
			files: components["schemas"]["SnapshotFile"][];
		};
		/** @description The snapshot that is kept as that of a day */
		ExportVintage: {
			/**
			 * Format: date
			 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
			 */
			day: string;
			/** @description Of the newest change that the files hold */
			position: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			made_at: string;
			follow: string | null;
			/** @description All files and their fields, described as a Data Package (datapackage.org) */
			data_package: {
				url: string;
				/** @description Bytes of the file */
				bytes: number;
				/** @description SHA-256 of the file, hexadecimal; also its entity tag */
				sha256: string;
			};
			/** @description One of each kind of record in each form */
			files: components["schemas"]["SnapshotFile"][];
		};
		DictionaryField: {
			/** @description Header in CSV; path in `data` of NDJSON and of the feed */
			name: string;
			/** @description Table Schema (datapackage.org); `array`, `object` and `any` are a JSON cell in CSV */
			type: string;
			/** @description Of a string */
			format?: string;
			description: string;
			/** @description What a number counts */
			unit?: string;
			/** @description The words that there are; more may come */
			values?: string[];
			constraints: {
				/** @description Whether it is never null */
				required: boolean;
			};
		};
		/** @description What the fields of a kind of record mean */
		DictionaryTable: {
			/** @description Kind of record */
			type: string;
			title: string;
			description: string;
			/** @description Where such records are read one by one */
			resource: string;
			primary_key: string;
			fields: components["schemas"]["DictionaryField"][];
		};
		/** @description What is in the files of snapshots, and in `data` of the feed */
		Dictionary: {
			data: components["schemas"]["DictionaryTable"][];
		};
		/** @description Why the request was not answered (RFC 9457); texts in Arabic, French or English */
		Problem: {
			/** Format: uri-reference */
			type: string;
			title: string;
			status: number;
			detail?: string;
			/** Format: uri-reference */
			instance: string;
			/** @description Stable; more may come */
			code: string;
			request_id: string;
			errors?: {
				/** @description JSON pointer into the body (RFC 6901) */
				pointer?: string;
				/** @description Parameter of the path or the query */
				parameter?: string;
				header?: string;
				/** @description Of a table: as a spreadsheet numbers it (the header is 1), a line, or a place from 1 */
				row?: number;
				/** @description Of a table: the name of the column */
				column?: string;
				/** @description Stable; for programs */
				code: string;
				/** @description For people, in the language of Content-Language */
				detail: string;
				/** @description What would have been right */
				allowed?: string[];
				/** @description The valid name nearest to what was sent */
				nearest?: string;
			}[];
			/** @description Of a 412: the revision of the record now */
			current_revision?: number;
			/** @description Of a 412: the fields that moved since the revision in If-Match */
			fields_changed?: string[];
			/** @description Of a 410 of the feed: how to begin anew */
			restart?: {
				/** @description The address of a snapshot of all there is, which says where to follow the feed from */
				snapshot: string;
			};
		};
		/** @description What there is to be had (DCAT 3), as JSON-LD */
		Catalog: {
			/** @description What the names below stand for (JSON-LD 1.1): whole, nothing else has to be fetched */
			"@context": Record<string, never>;
			/** @description Address of the catalogue */
			"@id": string;
			/** @description dcat:Catalog */
			"@type": string;
			/** @description By language: ar, fr, en */
			title: {
				[key: string]: string;
			};
			/** @description By language: ar, fr, en */
			description: {
				[key: string]: string;
			};
			/** @description The network, as `/v1/network` names it */
			publisher: Record<string, never>;
			/** @description Where to write to, when the installation says so */
			contactPoint?: Record<string, never>;
			language: string[];
			/** @description Morocco */
			spatial: string;
			/** @description The page for people */
			homepage: string;
			/** @description Terms of reuse */
			license: string;
			/**
			 * Format: date-time
			 * @description When the files that are told of were made
			 */
			modified?: string;
			dataset: Record<string, never>[];
			service: Record<string, never>[];
		};
		MemberCount: {
			/** @description Members for sure at the end of the day */
			certain: number;
			/** @description Besides those: the ones whose date is too imprecise to say, as its period is not past */
			possible: number;
		};
		/** @description Members known by name, computed from the episodes of membership */
		MemberCounts: {
			regions: components["schemas"]["MemberCount"];
			provincial_councils: components["schemas"]["MemberCount"];
			communes: components["schemas"]["MemberCount"];
			total: components["schemas"]["MemberCount"];
		};
		/** @description A total that a source declares, beside what is known of it on the same day */
		DeclaredTotal: {
			/**
			 * Format: date
			 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
			 */
			as_of: string;
			/** @description What the source says */
			declared: {
				regions: number;
				provincial_councils: number;
				communes: number;
				total: number;
			};
			parts_sum: number;
			/** @description Whether the declared parts make the declared total */
			parts_add_up: boolean;
			known: components["schemas"]["MemberCounts"];
			/** @description Declared less certain: members that no source found names. Below zero, more are known than declared */
			unknown: {
				regions: number;
				provincial_councils: number;
				communes: number;
				total: number;
			};
			/** @description Whether all that is declared is known by name, neither more nor less */
			agrees: boolean;
			/** @description What the same source says otherwise */
			contradictions: {
				/** @description What it contradicts */
				measure: string;
				value: number;
				note: {
					ar: string | null;
					fr: string | null;
					en: string | null;
				};
			}[];
			sources: components["schemas"]["Source"][];
		};
		/** @description The network itself, its members counted as of a day */
		Network: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			name: {
				ar: string | null;
				fr: string | null;
				en: string | null;
			};
			acronym: string;
			/**
			 * Format: date
			 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
			 */
			founded_on: string;
			principles: {
				key: string;
				name: {
					ar: string | null;
					fr: string | null;
					en: string | null;
				};
			}[];
			supervising_bodies: {
				name: {
					ar: string | null;
					fr: string | null;
					en: string | null;
				};
				acronym: string | null;
			}[];
			partner_bodies: {
				name: {
					ar: string | null;
					fr: string | null;
					en: string | null;
				};
				acronym: string | null;
			}[];
			support_programme: {
				name: {
					ar: string | null;
					fr: string | null;
					en: string | null;
				};
				acronym: string | null;
			};
			/**
			 * Format: date
			 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
			 */
			as_of: string;
			counts: components["schemas"]["MemberCounts"];
			/** @description Oldest first; those of days after `as_of` are left out */
			declared_totals: components["schemas"]["DeclaredTotal"][];
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description A page of a list */
		MemberPage: {
			data: components["schemas"]["Member"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * Format: date
				 * @description The day of which the list tells
				 */
				as_of: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description GeoJSON (RFC 7946) */
		MemberFeatures: {
			/**
			 * @description RFC 7946
			 * @enum {string}
			 */
			type: "FeatureCollection";
			attribution: string;
			features: {
				/**
				 * @description RFC 7946
				 * @enum {string}
				 */
				type: "Feature";
				/** Format: uuid */
				id: string;
				geometry: Record<string, never> | null;
				properties: components["schemas"]["Member"];
			}[];
		};
		/** @description GeoJSON (RFC 7946) */
		MemberFeature: {
			/**
			 * @description RFC 7946
			 * @enum {string}
			 */
			type: "Feature";
			/** Format: uuid */
			id: string;
			geometry: Record<string, never> | null;
			properties: components["schemas"]["Member"];
		};
		/** @description A page of a list */
		CollectivityPage: {
			data: components["schemas"]["Collectivity"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * Format: date
				 * @description The day of which the list tells
				 */
				as_of: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description GeoJSON (RFC 7946) */
		CollectivityFeatures: {
			/**
			 * @description RFC 7946
			 * @enum {string}
			 */
			type: "FeatureCollection";
			attribution: string;
			features: {
				/**
				 * @description RFC 7946
				 * @enum {string}
				 */
				type: "Feature";
				/** Format: uuid */
				id: string;
				geometry: Record<string, never> | null;
				properties: components["schemas"]["Collectivity"];
			}[];
		};
		/** @description GeoJSON (RFC 7946) */
		CollectivityFeature: {
			/**
			 * @description RFC 7946
			 * @enum {string}
			 */
			type: "Feature";
			/** Format: uuid */
			id: string;
			geometry: Record<string, never> | null;
			properties: components["schemas"]["Collectivity"];
		};
		/** @description On what terms the data may be reused, and whom to name */
		Licences: {
			data: {
				covers: string;
				terms: string;
				attribution: string;
				url: string | null;
			}[];
		};
		/** @description The law and article that a computed statement rests on */
		LegalBasis: {
			/** @description Number of the organic law: `111-14`, `112-14` or `113-14` */
			law: string;
			article: string;
			/** @description The rule of `/v1/legal-rules` that was applied */
			rule: string;
			/** @description The numbers of the rule; what they count is in `unit` */
			value: number[];
			/** @description What the numbers count */
			unit: string;
		};
		/** @description One version of one rule of law on councils */
		LegalRule: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description Whose councils it binds */
			council_type: string;
			/** @description What it rules */
			rule: string;
			/** @description The numbers of the rule; what they count is in `unit` */
			value: number[];
			/** @description What the numbers count; `days` are all days, `working_days` those on which work is done */
			unit: string;
			/** @description Number of the organic law: `111-14`, `112-14` or `113-14` */
			law: string;
			article: string;
			/**
			 * Format: date
			 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
			 */
			effective_from: string;
			effective_until: string | null;
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description A new version of a rule: it takes the place of the one in force */
		NewLegalRule: {
			/**
			 * @description Whose councils it binds
			 * @enum {string}
			 */
			council_type: "region" | "provincial_council" | "commune";
			/**
			 * @description What it rules
			 * @enum {string}
			 */
			rule: "ordinary_session_months" | "ordinary_session_opening" | "ordinary_session_length" | "ordinary_session_extension" | "notice_to_members" | "agenda_to_governor" | "governor_adds_items" | "extraordinary_session_request" | "extraordinary_session_length" | "extraordinary_session_of_right" | "extraordinary_session_of_right_notice" | "item_on_agenda_only" | "quorum" | "second_call" | "third_meeting" | "majority_of_votes_cast" | "majority_of_members_in_office" | "tie_break" | "public_vote" | "public_sittings" | "minutes" | "copies_to_governor" | "posting" | "minutes_to_members" | "opposition" | "visa";
			/** @description The numbers of the rule; what they count is in `unit` */
			value: number[];
			/**
			 * @description What the numbers count
			 * @enum {string}
			 */
			unit: "month_of_year" | "monday_of_month" | "week_of_month" | "days" | "working_days" | "more_than_fraction" | "none";
			/** @description Number of the law, such as `112-14` */
			law: string;
			article: string;
			/**
			 * Format: date
			 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
			 */
			effective_from: string;
			sources: {
				title?: string | null;
				publisher?: string | null;
				published_on?: string | null;
				url?: string | null;
				quoted?: string | null;
			}[];
		};
		/** @description A page of a list */
		LegalRulePage: {
			data: components["schemas"]["LegalRule"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description A public holiday: no working day for the terms of the law */
		Holiday: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/**
			 * Format: date
			 * @description First day on which it is kept
			 */
			day: string;
			/** @description `annual`: on the same day of each year from `day` on; `once`: on `day` alone, as a feast of the moon */
			recurrence: string;
			until: string | null;
			name: {
				ar: string;
				fr: string;
				en: string | null;
			};
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description A public holiday */
		NewHoliday: {
			/**
			 * Format: date
			 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
			 */
			day: string;
			/**
			 * @description `annual`: on the same day of each year from `day` on; `once`: on `day` alone, as a feast of the moon
			 * @enum {string}
			 */
			recurrence: "once" | "annual";
			until?: string | null;
			name: {
				/** Format: text */
				ar: string;
				/** Format: text */
				fr: string;
				en?: string | null;
			};
			sources: {
				title?: string | null;
				publisher?: string | null;
				published_on?: string | null;
				url?: string | null;
				quoted?: string | null;
			}[];
		};
		/** @description JSON merge patch (RFC 7396); what results must be as in NewHoliday */
		HolidayPatch: {
			/** @description As in NewHoliday */
			day?: unknown;
			/** @description As in NewHoliday */
			recurrence?: unknown;
			/** @description As in NewHoliday */
			until?: unknown;
			/** @description As in NewHoliday */
			name?: unknown;
			/** @description As in NewHoliday */
			sources?: unknown;
		};
		/** @description A page of a list */
		HolidayPage: {
			data: components["schemas"]["Holiday"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description A day that a term does not count */
		SkippedDay: {
			/**
			 * Format: date
			 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
			 */
			day: string;
			/** @description Why it does not count */
			because: string;
			holiday: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				name: {
					ar: string;
					fr: string;
					en: string | null;
				};
			} | null;
		};
		/** @description What has to be done, and when; both days inclusive */
		SessionStep: {
			/** @description `agenda_to_governor` and `notice_to_members`: by `until`. `second_call`: within. `third_meeting`: on `from` if the second call was for the first day that is allowed, on `until` if for the last. `closing`: of a session that is not extended. `copies_to_governor`, `posting` and `minutes_to_members`: by `from` if the session closes as it opens, by `until` if as late as it may */
			step: string;
			from: string | null;
			until: string | null;
			basis: components["schemas"]["LegalBasis"];
			/** @description Days that did not count */
			skipped: components["schemas"]["SkippedDay"][];
		};
		/** @description The ordinary sessions of a council in a year, by the law */
		SessionCalendar: {
			collectivity: components["schemas"]["CollectivityRef"];
			year: number;
			/** @description The ordinary sessions; none before the law */
			sessions: {
				month: number;
				opening: {
					/**
					 * Format: date
					 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
					 */
					from: string;
					/**
					 * Format: date
					 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
					 */
					until: string;
					basis: components["schemas"]["LegalBasis"][];
					/** @description Days that did not count */
					skipped: components["schemas"]["SkippedDay"][];
				};
				/**
				 * Format: date
				 * @description The opening day that the steps are counted from: the first that is allowed, or the one asked for
				 */
				opens_on: string;
				steps: components["schemas"]["SessionStep"][];
			}[];
		};
		/** @description A page of a list */
		MemberImportPage: {
			data: components["schemas"]["MemberImport"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description A page of a list */
		MemberImportRowPage: {
			data: components["schemas"]["MemberImportRow"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description A page of a list */
		DocumentPage: {
			data: components["schemas"]["Document"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description An action plan of openness */
		ActionPlan: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			title: components["schemas"]["Texts"] | null;
			/** @description Where it stands */
			status: string;
			cycle: {
				starts_on: components["schemas"]["PartialDate"] | null;
				ends_on: components["schemas"]["PartialDate"] | null;
			};
			/** @description Whose plan it is */
			collectivities: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				/** @description Kind of collectivity */
				type: string;
				hcp_code: string;
				name: components["schemas"]["Names"];
				/** @description Its editors edit the plan */
				may_edit: boolean;
			}[];
			programme: {
				acronym: string | null;
				name: components["schemas"]["Texts"] | null;
			} | null;
			follow_up_committee: components["schemas"]["FollowUpCommittee"] | null;
			phases: {
				/** @description Phase */
				kind: string;
				planned: {
					starts_on: components["schemas"]["PartialDate"] | null;
					ends_on: components["schemas"]["PartialDate"] | null;
				} | null;
				actual: {
					starts_on: components["schemas"]["PartialDate"] | null;
					ends_on: components["schemas"]["PartialDate"] | null;
				} | null;
			}[];
			current_draft: number | null;
			validated_draft: number | null;
			adopted_draft: number | null;
			/** @description The last decision of each council; the plan is adopted when all have adopted the same draft */
			adoptions: {
				collectivity: components["schemas"]["CollectivityRef"];
				/**
				 * Format: uuid
				 * @description UUID
				 */
				session_id: string;
				/** @description What its council decided */
				outcome: string;
				/**
				 * Format: date
				 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
				 */
				decided_on: string;
				/** @description Of the draft that it decided on */
				content_hash: string;
			}[];
			previous_plan: string | null;
			/** @description Plans of the cycle after */
			next_plans: string[];
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
			/** @description Of the current draft, in order */
			axes?: components["schemas"]["PlanAxis"][];
			/** @description Of the current draft, in order */
			commitments?: components["schemas"]["PlanCommitment"][];
			/** @description Those that are public, in order */
			drafts?: {
				number: number;
				status: string;
				published_on: components["schemas"]["PartialDate"];
				content_hash: string | null;
			}[];
			/** @description The steps of its life, in order; all of them, whatever `as_of` */
			transitions?: components["schemas"]["PlanTransition"][];
			/** @description The oldest first, those without a day before */
			workshops?: components["schemas"]["Workshop"][];
			/** @description In the order of their rounds */
			consultations?: components["schemas"]["PlanConsultation"][];
			/** @description In the order in which they open */
			approval_sessions?: components["schemas"]["ListedSession"][];
		};
		/** @description A page of a list */
		ActionPlanPage: {
			data: components["schemas"]["ActionPlan"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * Format: date
				 * @description The day of which the list tells
				 */
				as_of?: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description A page of a list */
		PlanTransitionPage: {
			data: components["schemas"]["PlanTransition"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description A page of a list */
		DraftPage: {
			data: components["schemas"]["Draft"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description A promise of a plan, from the draft in force, or else from the last that was published */
		Commitment: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description In its plan, the same from draft to draft */
			key: string;
			title: components["schemas"]["Texts"];
			problem: components["schemas"]["Texts"] | null;
			solution: components["schemas"]["Texts"] | null;
			expected_impact: components["schemas"]["Texts"] | null;
			lead_institution: {
				name: components["schemas"]["Texts"];
			} | null;
			supporting_institutions: {
				name: components["schemas"]["Texts"];
			}[];
			/** @description Principles that it serves */
			principles: string[];
			budget: {
				/** @description Exact decimal */
				amount: string;
				/** @description ISO 4217 */
				currency: string;
			} | null;
			financial_effect: boolean | null;
			indicators: {
				title: components["schemas"]["Texts"];
				unit: components["schemas"]["Texts"] | null;
				baseline: string | null;
				target: string | null;
			}[];
			/** @description As planned in the draft, and done by what its member has reported */
			milestones: {
				key: string;
				title: components["schemas"]["Texts"];
				due_on: components["schemas"]["PartialDate"] | null;
				done_on: components["schemas"]["PartialDate"] | null;
			}[];
			completion: {
				/** @description How far it has come */
				stage: string;
				percentage: number | null;
				reported_on: components["schemas"]["PartialDate"];
				/**
				 * Format: uuid
				 * @description UUID
				 */
				report_id: string;
			} | null;
			assessment: {
				/** @description On the scale of the Open Government Partnership */
				completion: string;
				assessed_on: components["schemas"]["PartialDate"];
				/**
				 * Format: uuid
				 * @description UUID
				 */
				assessment_id: string;
			} | null;
			next_due_on: string | null;
			/** @description That day has passed: a milestone, or the end of the plan, and what was promised is not done */
			overdue: boolean;
			/** @description That day comes within 60 days, and nothing was heard for 90: `silent_days` */
			at_risk: boolean;
			silent_days: number | null;
			axis: {
				key: string;
				title: components["schemas"]["Texts"];
			};
			plan: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				title: components["schemas"]["Texts"] | null;
				/** @description Where the plan stands */
				status: string;
				/** @description Number of the draft that it is told from */
				draft: number;
				cycle: {
					starts_on: components["schemas"]["PartialDate"] | null;
					ends_on: components["schemas"]["PartialDate"] | null;
				};
				collectivities: components["schemas"]["CollectivityRef"][];
			};
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description A page of a list */
		CommitmentPage: {
			data: components["schemas"]["Commitment"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * Format: date
				 * @description The day of which the list tells
				 */
				as_of: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description A window in which a plan is put before people */
		Consultation: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/**
			 * Format: uuid
			 * @description UUID
			 */
			plan_id: string;
			/** @description Whose plan it is */
			collectivities: components["schemas"]["CollectivityRef"][];
			/** @description The first gathers ideas; each later one is about a draft */
			round: number;
			/** @description Where it stands */
			status: string;
			draft: number | null;
			title: components["schemas"]["Texts"] | null;
			description: components["schemas"]["Texts"] | null;
			channels: string[];
			opens_at: components["schemas"]["Moment"] | null;
			closes_at: components["schemas"]["Moment"] | null;
			cancellation_reason: string | null;
			sources: components["schemas"]["Source"][];
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description A page of a list */
		ConsultationPage: {
			data: components["schemas"]["Consultation"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description A page of a list */
		ProgressReportPage: {
			data: components["schemas"]["ProgressReport"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description A page of a list */
		AssessmentPage: {
			data: components["schemas"]["Assessment"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description Where a commitment comes from and what became of it, each step with the id to go on from */
		Lineage: {
			commitment: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				key: string;
				title: components["schemas"]["Texts"];
			};
			plan: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				title: components["schemas"]["Texts"] | null;
				/** @description Where the plan stands */
				status: string;
				adopted_on: components["schemas"]["PartialDate"] | null;
				/** @description The last decision of each council; the plan is adopted when all have adopted the same draft */
				adoptions: {
					collectivity: components["schemas"]["CollectivityRef"];
					/**
					 * Format: uuid
					 * @description UUID
					 */
					session_id: string;
					/** @description What its council decided */
					outcome: string;
					/**
					 * Format: date
					 * @description Civil day in Africa/Casablanca, YYYY-MM-DD
					 */
					decided_on: string;
					/** @description Of the draft that it decided on */
					content_hash: string;
				}[];
				previous_plan: string | null;
				/** @description Plans of the cycle after */
				next_plans: string[];
			};
			/** @description That became this commitment, or were merged into one that did */
			contributions: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				/**
				 * Format: uuid
				 * @description UUID
				 */
				consultation_id: string;
				/**
				 * Format: date-time
				 * @description RFC 3339 in UTC, with milliseconds
				 */
				received_at: string;
				merged_into: string | null;
			}[];
			/** @description Those that are public and in which it occurs, in order */
			drafts: {
				number: number;
				published_on: components["schemas"]["PartialDate"];
				content_hash: string | null;
				/** @description Key of its axis there */
				axis: string;
				title: components["schemas"]["Texts"];
				/** @description The draft that stands for the plan */
				in_force: boolean;
			}[];
			/** @description Of the draft in force */
			milestones: {
				key: string;
				title: components["schemas"]["Texts"];
				due_on: components["schemas"]["PartialDate"] | null;
				/** @description What each report says of it; the last one counts */
				done: {
					done_on: components["schemas"]["PartialDate"];
					/**
					 * Format: uuid
					 * @description UUID
					 */
					report_id: string;
				}[];
			}[];
			/** @description By its member, the oldest first */
			reports: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				reported_on: components["schemas"]["PartialDate"];
				/** @description How far it had come */
				stage: string;
				withdrawn: boolean;
			}[];
			/** @description By others, the oldest first */
			assessments: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				assessed_on: components["schemas"]["PartialDate"];
				/** @description How far it had come */
				completion: string;
				withdrawn: boolean;
			}[];
		};
		/** @description A page of a list */
		ListedSessionPage: {
			data: components["schemas"]["ListedSession"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description A page of a list */
		WorkshopPage: {
			data: components["schemas"]["Workshop"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description GeoJSON (RFC 7946) */
		WorkshopFeatures: {
			/**
			 * @description RFC 7946
			 * @enum {string}
			 */
			type: "FeatureCollection";
			attribution: string;
			features: {
				/**
				 * @description RFC 7946
				 * @enum {string}
				 */
				type: "Feature";
				/** Format: uuid */
				id: string;
				geometry: Record<string, never> | null;
				properties: components["schemas"]["Workshop"];
			}[];
		};
		/** @description GeoJSON (RFC 7946) */
		WorkshopFeature: {
			/**
			 * @description RFC 7946
			 * @enum {string}
			 */
			type: "Feature";
			/** Format: uuid */
			id: string;
			geometry: Record<string, never> | null;
			properties: components["schemas"]["Workshop"];
		};
		/** @description What has a time: one line of the calendar, the record itself is at its type */
		Event: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description Kind of record; its id is that of the event */
			type: string;
			/** @description What kind of event */
			kind: string;
			/** @description Cancelled ones stay */
			status: string;
			status_reason: string | null;
			title: components["schemas"]["Names"] | null;
			subject: components["schemas"]["Names"] | null;
			starts_on: components["schemas"]["PartialDate"] | null;
			ends_on: components["schemas"]["PartialDate"] | null;
			part_of_day: string | null;
			starts_at: string | null;
			ends_at: string | null;
			/** @description Of the tz database */
			time_zone: string;
			starts: string | null;
			ends: string | null;
			place: {
				collectivity: components["schemas"]["CollectivityRef"] | null;
				venue: components["schemas"]["Names"] | null;
				room: components["schemas"]["Names"] | null;
				address: components["schemas"]["Names"] | null;
				point: {
					longitude: number;
					latitude: number;
				} | null;
			} | null;
			link: string | null;
			/** @description Whose it is; none for the network’s own */
			collectivities: components["schemas"]["CollectivityRef"][];
			plan_id: string | null;
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description A page of a list */
		EventPage: {
			data: components["schemas"]["Event"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description GeoJSON (RFC 7946) */
		EventFeatures: {
			/**
			 * @description RFC 7946
			 * @enum {string}
			 */
			type: "FeatureCollection";
			attribution: string;
			features: {
				/**
				 * @description RFC 7946
				 * @enum {string}
				 */
				type: "Feature";
				/** Format: uuid */
				id: string;
				geometry: Record<string, never> | null;
				properties: components["schemas"]["Event"];
			}[];
		};
		/** @description What somebody said in a consultation, and what they were answered */
		Contribution: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			consultation: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				round: number;
			};
			/**
			 * Format: uuid
			 * @description UUID
			 */
			plan_id: string;
			/** @description Where it stands; `pending` and `withheld` are there only for those who moderate */
			status: string;
			/** @description How it came */
			channel: string;
			/** @description In which it is written */
			language: string;
			problem: string;
			proposed_solution: string | null;
			expected_impact: string | null;
			axis: string | null;
			/** @description Its author asked for the name to be shown: the record alone has it, and no list */
			author_named: boolean;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			received_at: string;
			answer: {
				reason: string;
				/**
				 * Format: date-time
				 * @description RFC 3339 in UTC, with milliseconds
				 */
				answered_at: string;
				commitment: {
					/**
					 * Format: uuid
					 * @description At `/v1/commitments`, once it is public
					 */
					id: string;
					key: string | null;
					title: components["schemas"]["Texts"] | null;
				} | null;
				merged_into: string | null;
			} | null;
			withheld_reason: string | null;
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description A contribution, with the name of its author if they want */
		ContributionRecord: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			consultation: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				round: number;
			};
			/**
			 * Format: uuid
			 * @description UUID
			 */
			plan_id: string;
			/** @description Where it stands; `pending` and `withheld` are there only for those who moderate */
			status: string;
			/** @description How it came */
			channel: string;
			/** @description In which it is written */
			language: string;
			problem: string;
			proposed_solution: string | null;
			expected_impact: string | null;
			axis: string | null;
			/** @description Its author asked for the name to be shown: the record alone has it, and no list */
			author_named: boolean;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			received_at: string;
			answer: {
				reason: string;
				/**
				 * Format: date-time
				 * @description RFC 3339 in UTC, with milliseconds
				 */
				answered_at: string;
				commitment: {
					/**
					 * Format: uuid
					 * @description At `/v1/commitments`, once it is public
					 */
					id: string;
					key: string | null;
					title: components["schemas"]["Texts"] | null;
				} | null;
				merged_into: string | null;
			} | null;
			withheld_reason: string | null;
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
			author: {
				name: string;
			} | null;
		};
		/** @description A page of a list */
		ContributionPage: {
			data: components["schemas"]["Contribution"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description What was heard, what was answered, and what changed between the draft that was consulted on and the next that is public: null before there is one, and in a round that is about no draft */
		ConsultationOutcome: {
			consultation: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				id: string;
				round: number;
				/** @description Where it stands */
				status: string;
				draft: number | null;
			};
			/** @description Contributions that have been published */
			heard: {
				total: number;
				by_status: {
					/** @description Where they stand */
					status: string;
					count: number;
				}[];
				by_channel: {
					/** @description How they came */
					channel: string;
					count: number;
				}[];
			};
			/** @description Each contribution that has been answered, in the order in which they came */
			answers: {
				/**
				 * Format: uuid
				 * @description UUID
				 */
				contribution_id: string;
				/** @description What became of it */
				status: string;
				reason: string;
				/**
				 * Format: date-time
				 * @description RFC 3339 in UTC, with milliseconds
				 */
				answered_at: string;
				commitment: {
					/** Format: uuid */
					id: string;
					key: string | null;
				} | null;
				merged_into: string | null;
			}[];
			changes: components["schemas"]["DraftDiff"] | null;
		};
		/** @description Something that was found: enough to show, the record itself is at its address */
		SearchHit: {
			/** @description Kind of record; `output`: what came out of a group of a workshop */
			type: string;
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			part: string | null;
			/** @description Where the record is */
			href: string;
			title: components["schemas"]["Names"] | null;
			highlight: {
				title: string | null;
				text: string | null;
			};
			/** @description `name`: the title or the code is what was asked for; `name_start`: it begins with it; `title`: it holds the words, or others of the same stem; `text`: the text does, or the name of the collectivity; `beginning`: the last word is the beginning of one; `approximate`: only where nothing else is found, a title that is like it */
			match: string;
			/** @description Whose it is; none for the network’s own */
			collectivities: components["schemas"]["CollectivityRef"][];
		};
		/** @description A page of a list */
		SearchPage: {
			data: components["schemas"]["SearchHit"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description Whoever sent the credentials */
		Me: {
			/** @description Issuer and subject of a token, or `key:` and the id of an API key */
			id: string;
			/** @description Kind of credentials */
			kind: string;
			roles: ("member_editor" | "association" | "ministry" | "admin")[];
			/** @description What a `member_editor` may edit; what the credentials name and the register has not, is not here */
			collectivities: components["schemas"]["CollectivityRef"][];
			scopes: ("read" | "write")[];
			expires_at: string | null;
			/** @description operationId of all that the caller may do; of records that belong to a collectivity, only its own */
			operations: string[];
		};
		/** @description A key for a program, without its secret */
		ApiKey: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description What it is for, in the words of whoever made it */
			name: string;
			/** @description Last characters of the key, to tell it from others */
			ends_with: string;
			roles: ("member_editor" | "association" | "ministry" | "admin")[];
			/** @description What a `member_editor` may edit */
			collectivities: components["schemas"]["CollectivityRef"][];
			scopes: ("read" | "write")[];
			/** @description Whether it holds now */
			status: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			expires_at: string;
			last_used_at: string | null;
			revocation: {
				/**
				 * Format: date-time
				 * @description RFC 3339 in UTC, with milliseconds
				 */
				revoked_at: string;
				reason: string;
			} | null;
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description A key that was just made */
		CreatedApiKey: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description What it is for, in the words of whoever made it */
			name: string;
			/** @description Last characters of the key, to tell it from others */
			ends_with: string;
			roles: ("member_editor" | "association" | "ministry" | "admin")[];
			/** @description What a `member_editor` may edit */
			collectivities: components["schemas"]["CollectivityRef"][];
			scopes: ("read" | "write")[];
			/** @description Whether it holds now */
			status: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			expires_at: string;
			last_used_at: string | null;
			revocation: {
				/**
				 * Format: date-time
				 * @description RFC 3339 in UTC, with milliseconds
				 */
				revoked_at: string;
				reason: string;
			} | null;
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
			/** @description The key itself: here, once, and not in the answer to a retry */
			secret?: string;
		};
		/** @description A key to be made */
		NewApiKey: {
			/** @description What it is for; no personal data */
			name: string;
			roles: ("member_editor" | "association" | "ministry" | "admin")[];
			/** @description Ids or codes; a `member_editor` needs one */
			collectivities?: string[];
			/** @description Both when not said */
			scopes?: ("read" | "write")[];
			/**
			 * Format: date-time
			 * @description Within two years; in a year when not said
			 */
			expires_at?: string;
		};
		/** @description Why a key shall hold no longer */
		Revocation: {
			reason: string;
		};
		/** @description A page of a list */
		ApiKeyPage: {
			data: components["schemas"]["ApiKey"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * Format: date
				 * @description The day of which the list tells
				 */
				as_of: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description One change of one record. Whoever keeps `data` by `type` and `id` has a copy of it all */
		Change: {
			/** @description Of this change; opaque, may be sent as `after` */
			position: string;
			/** @description `left_scope`: the record is no longer in the territory that was asked for; forget it */
			change: string;
			/** @description Kind of record */
			type: string;
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			occurred_at: string;
			/** @description What the change came through; `clock`: its time had come */
			origin: string;
			/** @description Fields of `data` that differ from before */
			fields_changed: string[];
			reason: string | null;
			replaced_by: string | null;
			data: {
				[key: string]: unknown;
			} | null;
		};
		/** @description A page of the feed */
		ChangePage: {
			data: components["schemas"]["Change"][];
			links: {
				self: string;
				/** @description Where to go on, now or later: a feed has no end */
				next: string;
			};
			page: {
				limit: number;
				/** @description What to send as `after` to go on */
				next_cursor: string;
			};
			meta: {
				/** @description Of the newest change there is; once it is `next_cursor`, all has been told */
				position: string;
			};
		};
		/** @description An address that is told of changes, in order, at least once each */
		WebhookEndpoint: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description Who made it: `id` of `/v1/me` */
			owner: string;
			name: string;
			url: string;
			types: string[] | null;
			territory: components["schemas"]["CollectivityRef"] | null;
			/**
			 * @description `thin`: which record changed, how, and where to read it; `full`: the change as `/v1/changes` tells it
			 * @enum {string}
			 */
			payload: "thin" | "full";
			exclude_origins: string[];
			exclude_own: boolean;
			/** @description Only an `active` one is sent to */
			status: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			status_at: string;
			notice: string | null;
			/** @description Of the secret that signs; the secret itself is told once */
			secret: {
				/**
				 * Format: date-time
				 * @description RFC 3339 in UTC, with milliseconds
				 */
				made_at: string;
				previous_until: string | null;
			};
			/** @description How far it has been told; moves without a new revision */
			delivery: {
				/**
				 * Format: position
				 * @description All up to here has been delivered, or was not asked for
				 */
				position: string;
				/** @description Of the next message, so far */
				failures: number;
				failing_since: string | null;
				next_attempt_at: string | null;
				delivered_at: string | null;
			};
			replayed_after: string | null;
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
		};
		/** @description An endpoint with a secret that was just made */
		WebhookEndpointWithSecret: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description Who made it: `id` of `/v1/me` */
			owner: string;
			name: string;
			url: string;
			types: string[] | null;
			territory: components["schemas"]["CollectivityRef"] | null;
			/**
			 * @description `thin`: which record changed, how, and where to read it; `full`: the change as `/v1/changes` tells it
			 * @enum {string}
			 */
			payload: "thin" | "full";
			exclude_origins: string[];
			exclude_own: boolean;
			/** @description Only an `active` one is sent to */
			status: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			status_at: string;
			notice: string | null;
			/** @description Of the secret that signs; the secret itself is told once */
			secret: {
				/**
				 * Format: date-time
				 * @description RFC 3339 in UTC, with milliseconds
				 */
				made_at: string;
				previous_until: string | null;
			};
			/** @description How far it has been told; moves without a new revision */
			delivery: {
				/**
				 * Format: position
				 * @description All up to here has been delivered, or was not asked for
				 */
				position: string;
				/** @description Of the next message, so far */
				failures: number;
				failing_since: string | null;
				next_attempt_at: string | null;
				delivered_at: string | null;
			};
			replayed_after: string | null;
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			created_at: string;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			updated_at: string;
			/** @description `whsec_…`, what signs: here, once, and not in the answer to a retry */
			signing_secret?: string;
		};
		NewWebhookEndpoint: {
			/**
			 * Format: text
			 * @description What it is for; no personal data
			 */
			name: string;
			/**
			 * Format: text
			 * @description https, on a host of the open internet: no credentials, no fragment, no private or local address
			 */
			url: string;
			types?: ("region" | "provincial_council" | "commune" | "member" | "network" | "legal_rule" | "holiday" | "document" | "action_plan" | "draft" | "workshop" | "consultation" | "approval_session" | "contribution" | "progress_report" | "assessment")[] | null;
			territory?: string | null;
			/**
			 * @description `thin`: which record changed, how, and where to read it; `full`: the change as `/v1/changes` tells it
			 * @enum {string}
			 */
			payload?: "thin" | "full";
			/** @description Leave out changes that came through these: `api`, `import`, `seed`, `clock` */
			exclude_origins?: string[];
			/** @description Leave out changes made with the credentials of the owner */
			exclude_own?: boolean;
			/**
			 * Format: position
			 * @description Where to begin: `meta.position` of a list, or of a change; from now on when not said
			 */
			after?: string;
		};
		/** @description JSON merge patch (RFC 7396); what results must be as in NewWebhookEndpoint */
		WebhookEndpointPatch: {
			/** @description As in NewWebhookEndpoint */
			name?: unknown;
			/** @description As in NewWebhookEndpoint */
			url?: unknown;
			/** @description As in NewWebhookEndpoint */
			types?: unknown;
			/** @description As in NewWebhookEndpoint */
			territory?: unknown;
			/** @description As in NewWebhookEndpoint */
			payload?: unknown;
			/** @description As in NewWebhookEndpoint */
			exclude_origins?: unknown;
			/** @description As in NewWebhookEndpoint */
			exclude_own?: unknown;
		};
		NewWebhookTransition: {
			/**
			 * @description `disable` is for administrators; nobody else can resume what they disabled
			 * @enum {string}
			 */
			action: "pause" | "resume" | "disable";
			reason?: string | null;
		};
		WebhookReplay: {
			/**
			 * Format: position
			 * @description The last change that is not to be sent again: all that follow are, with the same ids
			 */
			after: string;
		};
		WebhookSecretRotation: {
			/** @description How long the secret before signs too: 24 when not said; 0 when it has leaked */
			previous_valid_hours?: number;
		};
		/** @description A ping that is under way */
		WebhookPing: {
			/** @description `webhook-id` of what will be sent; see `/deliveries` */
			message_id: string;
		};
		/** @description A page of a list */
		WebhookEndpointPage: {
			data: components["schemas"]["WebhookEndpoint"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description One attempt at one message; kept for 30 days */
		WebhookDelivery: {
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description `webhook-id`: the same for each attempt at one message */
			message_id: string;
			/** @description `type` of the event */
			type: string;
			position: string | null;
			attempt: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			attempted_at: string;
			/** @description `delivered`: answered 2xx */
			outcome: string;
			status: number | null;
			latency_ms: number;
			error: string | null;
			response: string | null;
			next_attempt_at: string | null;
		};
		/** @description A page of a list */
		WebhookDeliveryPage: {
			data: components["schemas"]["WebhookDelivery"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description A page of a list */
		ExportVintagePage: {
			data: components["schemas"]["ExportVintage"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description One change of one record */
		HistoryEntry: {
			/** @description Of this change; opaque, may be sent as `after` */
			position: string;
			/** @description What happened to the record */
			change: string;
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			occurred_at: string;
			/** @description What the change came through; `clock`: its time had come */
			origin: string;
			/** @description Fields of `data` that differ from before */
			fields_changed: string[];
			reason: string | null;
			replaced_by: string | null;
			before: {
				[key: string]: unknown;
			} | null;
			after: {
				[key: string]: unknown;
			} | null;
		};
		/** @description A page of a list */
		HistoryPage: {
			data: components["schemas"]["HistoryEntry"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description One cell of a figure: the dimensions that were asked for, each a column, null where it is not known or there is none */
		Statistic: {
			/** @description What is counted, as `/v1/statistics/measures` defines it */
			measure: string;
			type?: string | null;
			region?: components["schemas"]["CollectivityRef"] | null;
			province?: components["schemas"]["CollectivityRef"] | null;
			collectivity?: components["schemas"]["CollectivityRef"] | null;
			wave?: number | null;
			plan_status?: string | null;
			contribution_status?: string | null;
			timeliness?: string | null;
			kind?: string | null;
			outcome?: string | null;
			mode?: string | null;
			category?: string | null;
			gender?: string | null;
			channel?: string | null;
			language?: string | null;
			round?: number | null;
			principle?: string | null;
			completion?: string | null;
			overdue?: boolean | null;
			period?: string | null;
			/**
			 * Format: date
			 * @description The day at whose end it is so
			 */
			as_of: string;
			value: number | null;
			/** @description Of the value. `suppressed`: what is known of it is withheld (law 09-08); `at_least`: a sum or the longest time, some of whose parts are unknown or suppressed */
			status: string;
			denominator: number | null;
		};
		/** @description A page of a list */
		StatisticPage: {
			data: components["schemas"]["Statistic"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * Format: date
				 * @description The day of which the list tells
				 */
				as_of: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
		/** @description What a figure is, and how to make it again */
		MeasureDefinition: {
			/** @description What is counted, as `/v1/statistics/measures` defines it */
			id: string;
			name: {
				ar: string;
				fr: string;
				en: string;
			};
			/** @description What it counts, and what `as_of` means for it */
			counts: {
				ar: string;
				fr: string;
				en: string;
			};
			/** @description Of the value */
			unit: string;
			/** @description `stock`: what there is at the end of a day; `flow`: what has happened by then, each on a day of its own */
			kind: string;
			/** @description What a past `as_of` goes by: the days on which things happened, or those on which they were recorded */
			time: string;
			denominator: {
				ar: string;
				fr: string;
				en: string;
			} | null;
			/** @description The public records that it is made of, each with its own sources */
			source: {
				record_types: string[];
			};
			dimensions: {
				/** @description What `by` takes */
				name: string;
				description: {
					ar: string;
					fr: string;
					en: string;
				};
				/** @description Whether cells may be added up: where not, a record is counted in the cell of each of its values, or the value is no sum (`list.aggregate`) */
				additive: boolean;
				parameter: string | null;
				field: string | null;
			}[];
			/** @description The public list that gives the same figure when it is summed */
			list: {
				/** @description With the day of the answer; add `format=ndjson` for all its rows */
				url: string;
				/** @description What to make of the rows. `days`: days between the dates of `of` until `as_of`, as `counts` says; `longest`: the most days of a row from `of` to `as_of` */
				aggregate: string;
				of: string | null;
				day: string | null;
			};
		};
		MeasureDefinitions: {
			data: components["schemas"]["MeasureDefinition"][];
		};
		/** @description One change of one record, and who made it */
		AuditEntry: {
			/** @description Of this change; opaque, may be sent as `after` */
			position: string;
			/** @description What happened to the record */
			change: string;
			/** @description Kind of record */
			type: string;
			/**
			 * Format: uuid
			 * @description UUID
			 */
			id: string;
			/** @description Grows by one with each change of the record */
			revision: number;
			/**
			 * Format: date-time
			 * @description RFC 3339 in UTC, with milliseconds
			 */
			occurred_at: string;
			/** @description What the change came through; `clock`: its time had come */
			origin: string;
			/** @description Fields of `data` that differ from before */
			fields_changed: string[];
			reason: string | null;
			replaced_by: string | null;
			/** @description `private` entries are told nowhere else */
			visibility: string;
			/** @description Issuer and subject of the token, `key:` and the id of the key, `public` or `system` */
			actor: string;
			request_id: string | null;
			before: {
				[key: string]: unknown;
			} | null;
			after: {
				[key: string]: unknown;
			} | null;
		};
		/** @description A page of a list */
		AuditPage: {
			data: components["schemas"]["AuditEntry"][];
			links: {
				self: string;
				next: string | null;
			};
			page: {
				limit: number;
				next_cursor: string | null;
				total: number | null;
			};
			meta: {
				/** @description Of the newest change that the answer depends on; opaque, this installation’s own */
				position: string;
				/**
				 * @description Of a search: `approximate` when no name holds what was typed and these are like it
				 * @enum {string}
				 */
				match?: "exact" | "approximate" | "none";
			};
		};
	};
	responses: never;
	parameters: never;
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
	listMemberImports: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Any of these */
				status?: ("queued" | "running" | "finished" | "failed" | "reverted")[];
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The imports that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["MemberImportPage"];
				};
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	importMembers: {
		parameters: {
			query?: {
				/** @description `upsert` unless said otherwise; `create` refuses members that are there, `update` those that are not */
				mode?: "upsert" | "create" | "update";
				/** @description How a row finds its member: by the collectivity, whatever column says it (default); by `id`; or by a number in `identifiers` or `identifier.<scheme>`. A row with an `id` is always that member’s. */
				match_on?: "hcp_code" | "id" | "identifier";
				/** @description `abort`: one row that cannot be applied holds back all (default); `continue`: the others are applied */
				on_error?: "abort" | "continue";
				/** @description Does everything and takes it back: only the report is kept */
				dry_run?: boolean;
				/** @description For the journal, which is public */
				reason?: string;
				/** @description Of a CSV; found out when not said */
				encoding?: "utf-8" | "windows-1252" | "windows-1256" | "utf-16le";
				/** @description Of a CSV; found out when not said */
				delimiter?: "comma" | "semicolon" | "tab";
			};
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["MemberRows"];
				"application/x-ndjson": string;
				"text/csv": string;
			};
		};
		responses: {
			/** @description Done; what became of each row is at `/rows` */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["MemberImport"];
				};
			};
			/** @description To be done by a job */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["MemberImport"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`); Already exists (`duplicate`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Import refused (`import_refused`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listDocuments: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("created_at" | "-created_at" | "updated_at" | "-updated_at")[];
				/** @description Words of the title, in any language: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents */
				q?: string;
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "owner" | "owner.type" | "owner.id" | "kind" | "title" | "title.ar" | "title.fr" | "title.en" | "title.zgh" | "language" | "published" | "legal_basis" | "file_name" | "media_type" | "size" | "sha256" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description Of records of these kinds */
				owner_type?: ("member" | "region" | "provincial_council" | "commune" | "action_plan" | "workshop" | "progress_report" | "assessment" | "network" | "approval_session" | "consultation")[];
				/** @description Of these records */
				owner_id?: string[];
				/** @description Any of these */
				kind?: ("minutes" | "attendance_sheet" | "presentation" | "photograph" | "agenda" | "report" | "decision" | "deliberation" | "letter" | "invitation" | "poster" | "other")[];
				/** @description Any of these */
				language?: ("ar" | "fr" | "en" | "zgh" | "mul")[];
				/** @description `false` for those that are not: of the caller’s own records, with credentials */
				published?: boolean;
				/** @description Region, and all within: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture, and its communes: ids or codes, any of them */
				province?: string[];
				/** @description The collectivity itself: ids or codes, any of them */
				collectivity?: string[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The documents that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["DocumentPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	uploadDocument: {
		parameters: {
			query?: {
				/** @description Kind of record that it belongs to; required */
				owner_type?: "member" | "region" | "provincial_council" | "commune" | "action_plan" | "workshop" | "progress_report" | "assessment" | "network" | "approval_session" | "consultation";
				/** @description Of that record; required */
				owner_id?: string;
				/** @description What it is; required */
				kind?: "minutes" | "attendance_sheet" | "presentation" | "photograph" | "agenda" | "report" | "decision" | "deliberation" | "letter" | "invitation" | "poster" | "other";
				/** @description Title in Arabic; one language is required */
				"title.ar"?: string;
				/** @description Title in French */
				"title.fr"?: string;
				/** @description Title in English */
				"title.en"?: string;
				/** @description Title in Amazigh, in Tifinagh */
				"title.zgh"?: string;
				/** @description Of the content; `mul` for several */
				language?: "ar" | "fr" | "en" | "zgh" | "mul";
				/** @description Whether everybody may read it; false when not said */
				published?: boolean;
				/** @description Why an image of people may be published (law 09-08): a photograph is not published without */
				legal_basis?: string;
				/** @description What it is called when it is downloaded; of a path, its last part */
				file_name?: string;
			};
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/octet-stream": string;
			};
		};
		responses: {
			/** @description Added */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Document"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getCatalog: {
		parameters: {
			query?: {
				/** @description Only these data sets; all when not said */
				type?: ("region" | "provincial_council" | "commune" | "member" | "network" | "legal_rule" | "holiday" | "document" | "action_plan" | "draft" | "workshop" | "consultation" | "approval_session" | "contribution" | "progress_report" | "assessment")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The catalogue */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/ld+json": components["schemas"]["Catalog"];
					"application/json": components["schemas"]["Catalog"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getNetwork: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "name" | "acronym" | "founded_on" | "principles" | "supervising_bodies" | "partner_bodies" | "support_programme" | "as_of" | "counts" | "declared_totals" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The network */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Network"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listMembers: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("joined_on" | "-joined_on" | "wave" | "-wave" | "collectivity.hcp_code" | "-collectivity.hcp_code" | "collectivity.name.ar" | "-collectivity.name.ar" | "collectivity.name.fr" | "-collectivity.name.fr" | "updated_at" | "-updated_at")[];
				/** @description Search in names, variants included: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents; typing mistakes forgiven when nothing matches as typed */
				q?: string;
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "wave" | "applied_on" | "applied_on.value" | "applied_on.precision" | "joined_on" | "joined_on.value" | "joined_on.precision" | "left_on" | "left_on.value" | "left_on.precision" | "evidence" | "evidence.kind" | "evidence.held_on" | "evidence.held_on.value" | "evidence.held_on.precision" | "identifiers" | "consultative_bodies" | "follow_up_committee" | "follow_up_committee.established_on" | "follow_up_committee.established_on.value" | "follow_up_committee.established_on.precision" | "follow_up_committee.president_from" | "follow_up_committee.vice_president_from" | "follow_up_committee.elected_members" | "follow_up_committee.civil_society_members" | "focal_points" | "transitions" | "status" | "certainty" | "collectivity" | "collectivity.id" | "collectivity.type" | "collectivity.hcp_code" | "collectivity.name" | "collectivity.name.ar" | "collectivity.name.fr" | "collectivity.name.en" | "collectivity.name.zgh" | "collectivity.iso_code" | "collectivity.kind" | "collectivity.region_id" | "collectivity.province_id" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: ("register_record" | "last_word")[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson" | "geojson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
				/** @description Any of these */
				type?: ("region" | "provincial_council" | "commune")[];
				/** @description Region, and all within: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture, and its communes: ids or codes, any of them */
				province?: string[];
				/** @description The collectivity itself: ids or codes, any of them */
				collectivity?: string[];
				/** @description `scheme:value`: the member’s number in another system, or a code */
				identifier?: string;
				/** @description Waves of admission, any of them */
				wave?: number[];
				/** @description Any of these */
				status?: ("candidate" | "active" | "suspended" | "withdrawn")[];
				/** @description Any of these */
				certainty?: ("certain" | "possible")[];
				/** @description Members on `as_of` as `/v1/network` counts them: `certain`, or besides those `possible`, whose date is too imprecise to say */
				active?: "certain" | "possible";
				/** @description Joined on this day or later, by the first day of an imprecise date */
				joined_on_gte?: string;
				/** @description Joined by this day for sure: the whole of an imprecise date is past */
				joined_on_lte?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The rows that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["MemberPage"];
					"text/csv": string;
					"application/x-ndjson": string;
					"application/geo+json": components["schemas"]["MemberFeatures"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	createMember: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewMember"];
			};
		};
		responses: {
			/** @description Added */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Member"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Already exists (`duplicate`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getMember: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "wave" | "applied_on" | "applied_on.value" | "applied_on.precision" | "joined_on" | "joined_on.value" | "joined_on.precision" | "left_on" | "left_on.value" | "left_on.precision" | "evidence" | "evidence.kind" | "evidence.held_on" | "evidence.held_on.value" | "evidence.held_on.precision" | "identifiers" | "consultative_bodies" | "follow_up_committee" | "follow_up_committee.established_on" | "follow_up_committee.established_on.value" | "follow_up_committee.established_on.precision" | "follow_up_committee.president_from" | "follow_up_committee.vice_president_from" | "follow_up_committee.elected_members" | "follow_up_committee.civil_society_members" | "focal_points" | "transitions" | "status" | "certainty" | "collectivity" | "collectivity.id" | "collectivity.type" | "collectivity.hcp_code" | "collectivity.name" | "collectivity.name.ar" | "collectivity.name.fr" | "collectivity.name.en" | "collectivity.name.zgh" | "collectivity.iso_code" | "collectivity.kind" | "collectivity.region_id" | "collectivity.province_id" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: ("register_record" | "last_word")[];
				/** @description Instead of `Accept` */
				format?: "json" | "geojson";
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description Id, or a code of the collectivity */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The record */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Member"];
					"application/geo+json": components["schemas"]["MemberFeature"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	editMember: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["MemberPatch"];
			};
		};
		responses: {
			/** @description The record as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Member"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Already exists (`duplicate`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	stepMember: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewTransition"];
			};
		};
		responses: {
			/** @description The record as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Member"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listMemberActions: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Every action, possible or not */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["MemberActions"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listFocalPoints: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description All focal points, the oldest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["FocalPoints"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	addFocalPoint: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewFocalPoint"];
			};
		};
		responses: {
			/** @description Added */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["FocalPoint"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getFocalPoint: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description UUID */
				id: string;
				/** @description UUID */
				focal_point: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The focal point */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["FocalPoint"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	removeFocalPoint: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
				/** @description UUID */
				focal_point: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Removed and erased */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listRegions: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("hcp_code" | "-hcp_code" | "name.ar" | "-name.ar" | "name.fr" | "-name.fr" | "population" | "-population" | "updated_at" | "-updated_at")[];
				/** @description Search in names, variants included: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents; typing mistakes forgiven when nothing matches as typed */
				q?: string;
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "type" | "kind" | "hcp_code" | "iso_code" | "name" | "name.ar" | "name.fr" | "name.en" | "name.zgh" | "name_variants" | "identifiers" | "parent" | "parent.id" | "parent.type" | "parent.hcp_code" | "parent.name" | "parent.name.ar" | "parent.name.fr" | "parent.name.en" | "parent.name.zgh" | "region" | "region.id" | "region.type" | "region.hcp_code" | "region.name" | "region.name.ar" | "region.name.fr" | "region.name.en" | "region.name.zgh" | "seat" | "seat.id" | "seat.type" | "seat.hcp_code" | "seat.name" | "seat.name.ar" | "seat.name.fr" | "seat.name.en" | "seat.name.zgh" | "children" | "children.provincial_councils" | "children.communes" | "has_arrondissements" | "population" | "population.value" | "population.status" | "population.counted_on" | "population.counted_on.value" | "population.counted_on.precision" | "location" | "location.longitude" | "location.latitude" | "location.outline_sha256" | "membership" | "membership.id" | "membership.wave" | "membership.joined_on" | "membership.joined_on.value" | "membership.joined_on.precision" | "membership.left_on" | "membership.left_on.value" | "membership.left_on.precision" | "membership.status" | "membership.certainty" | "vintage" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: ("memberships" | "provincial_councils" | "communes")[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson" | "geojson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
				/** @description Whether it is for sure a member of the network on `as_of` */
				member?: boolean;
				/** @description `scheme:value`, for instance `hcp:09.541` */
				identifier?: string;
				/** @description Adds `geometry`: a point well inside, or the outline (ODbL 1.0); GeoJSON has the centre, other formats none when not said */
				geometry?: "none" | "centre" | "outline";
				/** @description `longitude,latitude[,kilometres]`: those whose centre lies within (50 km when not said), the nearest first */
				near?: string;
				/** @description `west,south,east,north`: those whose outline’s bounding box meets it */
				bbox?: string;
				/** @description `longitude,latitude`: the one whose outline contains the point */
				at?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The rows that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["CollectivityPage"];
					"text/csv": string;
					"application/x-ndjson": string;
					"application/geo+json": components["schemas"]["CollectivityFeatures"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listProvincialCouncils: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("hcp_code" | "-hcp_code" | "name.ar" | "-name.ar" | "name.fr" | "-name.fr" | "population" | "-population" | "updated_at" | "-updated_at")[];
				/** @description Search in names, variants included: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents; typing mistakes forgiven when nothing matches as typed */
				q?: string;
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "type" | "kind" | "hcp_code" | "iso_code" | "name" | "name.ar" | "name.fr" | "name.en" | "name.zgh" | "name_variants" | "identifiers" | "parent" | "parent.id" | "parent.type" | "parent.hcp_code" | "parent.name" | "parent.name.ar" | "parent.name.fr" | "parent.name.en" | "parent.name.zgh" | "region" | "region.id" | "region.type" | "region.hcp_code" | "region.name" | "region.name.ar" | "region.name.fr" | "region.name.en" | "region.name.zgh" | "seat" | "seat.id" | "seat.type" | "seat.hcp_code" | "seat.name" | "seat.name.ar" | "seat.name.fr" | "seat.name.en" | "seat.name.zgh" | "children" | "children.provincial_councils" | "children.communes" | "has_arrondissements" | "population" | "population.value" | "population.status" | "population.counted_on" | "population.counted_on.value" | "population.counted_on.precision" | "location" | "location.longitude" | "location.latitude" | "location.outline_sha256" | "membership" | "membership.id" | "membership.wave" | "membership.joined_on" | "membership.joined_on.value" | "membership.joined_on.precision" | "membership.left_on" | "membership.left_on.value" | "membership.left_on.precision" | "membership.status" | "membership.certainty" | "vintage" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: ("memberships" | "provincial_councils" | "communes")[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson" | "geojson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
				/** @description Whether it is for sure a member of the network on `as_of` */
				member?: boolean;
				/** @description `scheme:value`, for instance `hcp:09.541` */
				identifier?: string;
				/** @description Adds `geometry`: a point well inside, or the outline (ODbL 1.0); GeoJSON has the centre, other formats none when not said */
				geometry?: "none" | "centre" | "outline";
				/** @description `longitude,latitude[,kilometres]`: those whose centre lies within (50 km when not said), the nearest first */
				near?: string;
				/** @description `west,south,east,north`: those whose outline’s bounding box meets it */
				bbox?: string;
				/** @description `longitude,latitude`: the one whose outline contains the point */
				at?: string;
				/** @description Region: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture */
				kind?: ("province" | "prefecture")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The rows that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["CollectivityPage"];
					"text/csv": string;
					"application/x-ndjson": string;
					"application/geo+json": components["schemas"]["CollectivityFeatures"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listCommunes: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("hcp_code" | "-hcp_code" | "name.ar" | "-name.ar" | "name.fr" | "-name.fr" | "population" | "-population" | "updated_at" | "-updated_at")[];
				/** @description Search in names, variants included: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents; typing mistakes forgiven when nothing matches as typed */
				q?: string;
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "type" | "kind" | "hcp_code" | "iso_code" | "name" | "name.ar" | "name.fr" | "name.en" | "name.zgh" | "name_variants" | "identifiers" | "parent" | "parent.id" | "parent.type" | "parent.hcp_code" | "parent.name" | "parent.name.ar" | "parent.name.fr" | "parent.name.en" | "parent.name.zgh" | "region" | "region.id" | "region.type" | "region.hcp_code" | "region.name" | "region.name.ar" | "region.name.fr" | "region.name.en" | "region.name.zgh" | "seat" | "seat.id" | "seat.type" | "seat.hcp_code" | "seat.name" | "seat.name.ar" | "seat.name.fr" | "seat.name.en" | "seat.name.zgh" | "children" | "children.provincial_councils" | "children.communes" | "has_arrondissements" | "population" | "population.value" | "population.status" | "population.counted_on" | "population.counted_on.value" | "population.counted_on.precision" | "location" | "location.longitude" | "location.latitude" | "location.outline_sha256" | "membership" | "membership.id" | "membership.wave" | "membership.joined_on" | "membership.joined_on.value" | "membership.joined_on.precision" | "membership.left_on" | "membership.left_on.value" | "membership.left_on.precision" | "membership.status" | "membership.certainty" | "vintage" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: ("memberships" | "provincial_councils" | "communes")[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson" | "geojson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
				/** @description Whether it is for sure a member of the network on `as_of` */
				member?: boolean;
				/** @description `scheme:value`, for instance `hcp:09.541` */
				identifier?: string;
				/** @description Region: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture: ids or codes, any of them */
				province?: string[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The rows that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["CollectivityPage"];
					"text/csv": string;
					"application/x-ndjson": string;
					"application/geo+json": components["schemas"]["CollectivityFeatures"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getRegion: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "type" | "kind" | "hcp_code" | "iso_code" | "name" | "name.ar" | "name.fr" | "name.en" | "name.zgh" | "name_variants" | "identifiers" | "parent" | "parent.id" | "parent.type" | "parent.hcp_code" | "parent.name" | "parent.name.ar" | "parent.name.fr" | "parent.name.en" | "parent.name.zgh" | "region" | "region.id" | "region.type" | "region.hcp_code" | "region.name" | "region.name.ar" | "region.name.fr" | "region.name.en" | "region.name.zgh" | "seat" | "seat.id" | "seat.type" | "seat.hcp_code" | "seat.name" | "seat.name.ar" | "seat.name.fr" | "seat.name.en" | "seat.name.zgh" | "children" | "children.provincial_councils" | "children.communes" | "has_arrondissements" | "population" | "population.value" | "population.status" | "population.counted_on" | "population.counted_on.value" | "population.counted_on.precision" | "location" | "location.longitude" | "location.latitude" | "location.outline_sha256" | "membership" | "membership.id" | "membership.wave" | "membership.joined_on" | "membership.joined_on.value" | "membership.joined_on.precision" | "membership.left_on" | "membership.left_on.value" | "membership.left_on.precision" | "membership.status" | "membership.certainty" | "vintage" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: ("memberships" | "provincial_councils" | "communes")[];
				/** @description Instead of `Accept` */
				format?: "json" | "geojson";
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
				/** @description Adds `geometry`: a point well inside, or the outline (ODbL 1.0); GeoJSON has the centre, JSON none when not said */
				geometry?: "none" | "centre" | "outline";
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description Id or code */
				collectivity: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The record */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Collectivity"];
					"application/geo+json": components["schemas"]["CollectivityFeature"];
				};
			};
			/** @description The code is a former one; Location has the one in force */
			301: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getProvincialCouncil: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "type" | "kind" | "hcp_code" | "iso_code" | "name" | "name.ar" | "name.fr" | "name.en" | "name.zgh" | "name_variants" | "identifiers" | "parent" | "parent.id" | "parent.type" | "parent.hcp_code" | "parent.name" | "parent.name.ar" | "parent.name.fr" | "parent.name.en" | "parent.name.zgh" | "region" | "region.id" | "region.type" | "region.hcp_code" | "region.name" | "region.name.ar" | "region.name.fr" | "region.name.en" | "region.name.zgh" | "seat" | "seat.id" | "seat.type" | "seat.hcp_code" | "seat.name" | "seat.name.ar" | "seat.name.fr" | "seat.name.en" | "seat.name.zgh" | "children" | "children.provincial_councils" | "children.communes" | "has_arrondissements" | "population" | "population.value" | "population.status" | "population.counted_on" | "population.counted_on.value" | "population.counted_on.precision" | "location" | "location.longitude" | "location.latitude" | "location.outline_sha256" | "membership" | "membership.id" | "membership.wave" | "membership.joined_on" | "membership.joined_on.value" | "membership.joined_on.precision" | "membership.left_on" | "membership.left_on.value" | "membership.left_on.precision" | "membership.status" | "membership.certainty" | "vintage" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: ("memberships" | "provincial_councils" | "communes")[];
				/** @description Instead of `Accept` */
				format?: "json" | "geojson";
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
				/** @description Adds `geometry`: a point well inside, or the outline (ODbL 1.0); GeoJSON has the centre, JSON none when not said */
				geometry?: "none" | "centre" | "outline";
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description Id or code */
				collectivity: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The record */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Collectivity"];
					"application/geo+json": components["schemas"]["CollectivityFeature"];
				};
			};
			/** @description The code is a former one; Location has the one in force */
			301: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getCommune: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "type" | "kind" | "hcp_code" | "iso_code" | "name" | "name.ar" | "name.fr" | "name.en" | "name.zgh" | "name_variants" | "identifiers" | "parent" | "parent.id" | "parent.type" | "parent.hcp_code" | "parent.name" | "parent.name.ar" | "parent.name.fr" | "parent.name.en" | "parent.name.zgh" | "region" | "region.id" | "region.type" | "region.hcp_code" | "region.name" | "region.name.ar" | "region.name.fr" | "region.name.en" | "region.name.zgh" | "seat" | "seat.id" | "seat.type" | "seat.hcp_code" | "seat.name" | "seat.name.ar" | "seat.name.fr" | "seat.name.en" | "seat.name.zgh" | "children" | "children.provincial_councils" | "children.communes" | "has_arrondissements" | "population" | "population.value" | "population.status" | "population.counted_on" | "population.counted_on.value" | "population.counted_on.precision" | "location" | "location.longitude" | "location.latitude" | "location.outline_sha256" | "membership" | "membership.id" | "membership.wave" | "membership.joined_on" | "membership.joined_on.value" | "membership.joined_on.precision" | "membership.left_on" | "membership.left_on.value" | "membership.left_on.precision" | "membership.status" | "membership.certainty" | "vintage" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: ("memberships" | "provincial_councils" | "communes")[];
				/** @description Instead of `Accept` */
				format?: "json" | "geojson";
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description Id or code */
				collectivity: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The record */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Collectivity"];
					"application/geo+json": components["schemas"]["CollectivityFeature"];
				};
			};
			/** @description The code is a former one; Location has the one in force */
			301: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getLicences: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description One entry for each kind of data */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Licences"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listLegalRules: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("law" | "-law" | "effective_from" | "-effective_from" | "updated_at" | "-updated_at")[];
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "council_type" | "rule" | "value" | "unit" | "law" | "article" | "effective_from" | "effective_until" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description Any of these */
				council_type?: ("region" | "provincial_council" | "commune")[];
				/** @description Any of these */
				rule?: ("ordinary_session_months" | "ordinary_session_opening" | "ordinary_session_length" | "ordinary_session_extension" | "notice_to_members" | "agenda_to_governor" | "governor_adds_items" | "extraordinary_session_request" | "extraordinary_session_length" | "extraordinary_session_of_right" | "extraordinary_session_of_right_notice" | "item_on_agenda_only" | "quorum" | "second_call" | "third_meeting" | "majority_of_votes_cast" | "majority_of_members_in_office" | "tie_break" | "public_vote" | "public_sittings" | "minutes" | "copies_to_governor" | "posting" | "minutes_to_members" | "opposition" | "visa")[];
				/** @description Only the versions in force on this day */
				in_force_on?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The versions that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["LegalRulePage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	addLegalRule: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewLegalRule"];
			};
		};
		responses: {
			/** @description Added */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["LegalRule"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Already exists (`duplicate`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getLegalRule: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The version */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["LegalRule"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listHolidays: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("day" | "-day" | "updated_at" | "-updated_at")[];
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "day" | "recurrence" | "until" | "name" | "name.ar" | "name.fr" | "name.en" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description Words of the name, in any language: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents */
				q?: string;
				/** @description Only those that fall on a day of this year */
				year?: number;
				/** @description Any of these */
				recurrence?: ("once" | "annual")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The holidays that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HolidayPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	addHoliday: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewHoliday"];
			};
		};
		responses: {
			/** @description Added */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Holiday"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Already exists (`duplicate`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getHoliday: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The holiday as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Holiday"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	removeHoliday: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Removed */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	editHoliday: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["HolidayPatch"];
			};
		};
		responses: {
			/** @description The holiday as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Holiday"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Already exists (`duplicate`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getSessionCalendar: {
		parameters: {
			query: {
				/** @description Id or code of a region, a provincial council or a commune */
				collectivity: string;
				/** @description Civil year; this one when not said */
				year?: number;
				/** @description An opening day that has been set, of those that the law allows: its session is counted from it */
				opens_on?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The calendar */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["SessionCalendar"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getMemberImport: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The import */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["MemberImport"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listMemberImportRows: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Any of these */
				outcome?: ("created" | "updated" | "unchanged" | "conflict" | "invalid" | "would_restore")[];
				/** @description Any of these */
				revert?: ("undone" | "conflict")[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: never;
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The rows that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["MemberImportRowPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getMemberImportErrors: {
		parameters: {
			query?: {
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Between the cells */
				delimiter?: "comma" | "semicolon" | "tab";
			};
			header?: never;
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The rows with outcome `conflict`, `invalid` or `would_restore` */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"text/csv": string;
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	revertMemberImport: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The import, reverted */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["MemberImport"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`); Not in this state (`wrong_state`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getDocument: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "owner" | "owner.type" | "owner.id" | "kind" | "title" | "title.ar" | "title.fr" | "title.en" | "title.zgh" | "language" | "published" | "legal_basis" | "file_name" | "media_type" | "size" | "sha256" | "sources" | "revision" | "created_at" | "updated_at")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The record */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Document"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	deleteDocument: {
		parameters: {
			query?: {
				/** @description Why; public */
				reason?: string;
			};
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Deleted */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	editDocument: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["DocumentPatch"];
			};
		};
		responses: {
			/** @description The record as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Document"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getDocumentContent: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The bytes */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/pdf": string;
					"image/png": string;
					"image/jpeg": string;
					"image/webp": string;
					"application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
					"application/vnd.openxmlformats-officedocument.presentationml.presentation": string;
					"application/vnd.oasis.opendocument.text": string;
					"application/vnd.oasis.opendocument.spreadsheet": string;
					"application/vnd.oasis.opendocument.presentation": string;
				};
			};
			/** @description The bytes that Range asks for */
			206: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/pdf": string;
					"image/png": string;
					"image/jpeg": string;
					"image/webp": string;
					"application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
					"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
					"application/vnd.openxmlformats-officedocument.presentationml.presentation": string;
					"application/vnd.oasis.opendocument.text": string;
					"application/vnd.oasis.opendocument.spreadsheet": string;
					"application/vnd.oasis.opendocument.presentation": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Range not satisfiable (`range_not_satisfiable`) */
			416: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listActionPlans: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("cycle.starts_on" | "-cycle.starts_on" | "updated_at" | "-updated_at")[];
				/** @description Search in names, variants included: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents; typing mistakes forgiven when nothing matches as typed */
				q?: string;
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "title" | "title.ar" | "title.fr" | "title.en" | "title.zgh" | "status" | "cycle" | "cycle.starts_on" | "cycle.starts_on.value" | "cycle.starts_on.precision" | "cycle.ends_on" | "cycle.ends_on.value" | "cycle.ends_on.precision" | "collectivities" | "programme" | "follow_up_committee" | "phases" | "current_draft" | "validated_draft" | "adopted_draft" | "adoptions" | "previous_plan" | "next_plans" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: ("axes" | "axes.commitments" | "commitments" | "drafts" | "transitions" | "workshops" | "consultations" | "approval_sessions")[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Any of these */
				type?: ("region" | "provincial_council" | "commune")[];
				/** @description Region, and all within: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture, and its communes: ids or codes, any of them */
				province?: string[];
				/** @description The collectivity itself: ids or codes, any of them */
				collectivity?: string[];
				/** @description Any of these */
				status?: ("drafting" | "consulting" | "validated" | "scheduled" | "adopted" | "rejected" | "implementing" | "evaluated" | "closed" | "withdrawn")[];
				/** @description Plans that there were at the end of this civil day, `status` as it was then for sure by the dates of its steps; all else as it is now */
				as_of?: string;
				/** @description A year of the plan’s cycle */
				cycle_year?: number;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The plans that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ActionPlanPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	createActionPlan: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewActionPlan"];
			};
		};
		responses: {
			/** @description Begun */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ActionPlan"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Another plan covers the same time (`overlapping_plan`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getActionPlan: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "title" | "title.ar" | "title.fr" | "title.en" | "title.zgh" | "status" | "cycle" | "cycle.starts_on" | "cycle.starts_on.value" | "cycle.starts_on.precision" | "cycle.ends_on" | "cycle.ends_on.value" | "cycle.ends_on.precision" | "collectivities" | "programme" | "follow_up_committee" | "phases" | "current_draft" | "validated_draft" | "adopted_draft" | "adoptions" | "previous_plan" | "next_plans" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: ("axes" | "axes.commitments" | "commitments" | "drafts" | "transitions" | "workshops" | "consultations" | "approval_sessions")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The plan */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ActionPlan"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	deleteActionPlan: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Removed */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	editActionPlan: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ActionPlanPatch"];
			};
		};
		responses: {
			/** @description The plan as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ActionPlan"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Another plan covers the same time (`overlapping_plan`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listActionPlanTransitions: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The steps */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PlanTransitionPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	stepActionPlan: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewPlanTransition"];
			};
		};
		responses: {
			/** @description The plan as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ActionPlan"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`); Consultation announced (`consultation_announced`); Another plan covers the same time (`overlapping_plan`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listActionPlanActions: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Every action, possible or not */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["PlanActions"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listDrafts: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "plan_id" | "number" | "status" | "based_on" | "warnings" | "content_hash" | "frozen_at" | "frozen_by" | "publication" | "publication.published_on" | "publication.published_on.value" | "publication.published_on.precision" | "publication.published_by" | "publication.sources" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: "axes"[];
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The drafts, in order */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["DraftPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	beginDraft: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Begun */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Draft"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`); A draft is open already (`draft_open`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getDraft: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "plan_id" | "number" | "status" | "based_on" | "axes" | "warnings" | "content_hash" | "frozen_at" | "frozen_by" | "publication" | "publication.published_on" | "publication.published_on.value" | "publication.published_on.precision" | "publication.published_by" | "publication.sources" | "sources" | "revision" | "created_at" | "updated_at")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
				/** @description Of the draft */
				number: number;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The draft */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Draft"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	putDraft: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
				/** @description Of the draft */
				number: number;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["DraftDocument"];
			};
		};
		responses: {
			/** @description The draft as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Draft"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Frozen draft (`draft_frozen`); Not in this state (`wrong_state`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	editDraft: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
				/** @description Of the draft */
				number: number;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["DraftPatch"];
			};
		};
		responses: {
			/** @description The draft as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Draft"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Frozen draft (`draft_frozen`); Not in this state (`wrong_state`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getDraftDiff: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
				/** @description Of the draft before */
				a: number;
				/** @description Of the draft after */
				b: number;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The difference */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["DraftDiff"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listCommitments: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("title.ar" | "-title.ar" | "title.fr" | "-title.fr")[];
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "key" | "title" | "title.ar" | "title.fr" | "title.en" | "title.zgh" | "problem" | "problem.ar" | "problem.fr" | "problem.en" | "problem.zgh" | "solution" | "solution.ar" | "solution.fr" | "solution.en" | "solution.zgh" | "expected_impact" | "expected_impact.ar" | "expected_impact.fr" | "expected_impact.en" | "expected_impact.zgh" | "lead_institution" | "supporting_institutions" | "principles" | "budget" | "budget.amount" | "budget.currency" | "financial_effect" | "indicators" | "milestones" | "completion" | "completion.stage" | "completion.percentage" | "completion.reported_on" | "completion.reported_on.value" | "completion.reported_on.precision" | "completion.report_id" | "assessment" | "assessment.completion" | "assessment.assessed_on" | "assessment.assessed_on.value" | "assessment.assessed_on.precision" | "assessment.assessment_id" | "next_due_on" | "overdue" | "at_risk" | "silent_days" | "axis" | "axis.key" | "axis.title" | "axis.title.ar" | "axis.title.fr" | "axis.title.en" | "axis.title.zgh" | "plan" | "plan.id" | "plan.title" | "plan.title.ar" | "plan.title.fr" | "plan.title.en" | "plan.title.zgh" | "plan.status" | "plan.draft" | "plan.cycle" | "plan.cycle.starts_on" | "plan.cycle.starts_on.value" | "plan.cycle.starts_on.precision" | "plan.cycle.ends_on" | "plan.cycle.ends_on.value" | "plan.cycle.ends_on.precision" | "plan.collectivities" | "sources" | "revision" | "updated_at")[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Any of these */
				type?: ("region" | "provincial_council" | "commune")[];
				/** @description Region, and all within: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture, and its communes: ids or codes, any of them */
				province?: string[];
				/** @description The collectivity itself: ids or codes, any of them */
				collectivity?: string[];
				/** @description Words of the title, problem or solution, in any language: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents */
				q?: string;
				/** @description Of these plans */
				plan?: string[];
				/** @description Any of these */
				plan_status?: ("drafting" | "consulting" | "validated" | "scheduled" | "adopted" | "rejected" | "implementing" | "evaluated" | "closed" | "withdrawn")[];
				/** @description That it serves, any of these */
				principle?: ("transparency" | "accountability" | "access_to_information" | "citizen_participation" | "digitalisation")[];
				/** @description Words of the name of the institution that leads, in any language, as `q` has them */
				lead_institution?: string;
				/** @description By the last report of its member, any of these */
				completion?: ("not_started" | "started" | "substantial" | "completed" | "unreported")[];
				/** @description By the last independent assessment, any of these */
				assessed_completion?: ("no_evidence_available" | "not_started" | "limited" | "substantial" | "complete" | "unassessed")[];
				/** @description Only those that are, or are not, overdue */
				overdue?: boolean;
				/** @description Only those that are, or are not, at risk */
				at_risk?: boolean;
				/** @description Nothing was heard for so many days, or more */
				silent_for_days?: number;
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The commitments that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["CommitmentPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getCommitment: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "key" | "title" | "title.ar" | "title.fr" | "title.en" | "title.zgh" | "problem" | "problem.ar" | "problem.fr" | "problem.en" | "problem.zgh" | "solution" | "solution.ar" | "solution.fr" | "solution.en" | "solution.zgh" | "expected_impact" | "expected_impact.ar" | "expected_impact.fr" | "expected_impact.en" | "expected_impact.zgh" | "lead_institution" | "supporting_institutions" | "principles" | "budget" | "budget.amount" | "budget.currency" | "financial_effect" | "indicators" | "milestones" | "completion" | "completion.stage" | "completion.percentage" | "completion.reported_on" | "completion.reported_on.value" | "completion.reported_on.precision" | "completion.report_id" | "assessment" | "assessment.completion" | "assessment.assessed_on" | "assessment.assessed_on.value" | "assessment.assessed_on.precision" | "assessment.assessment_id" | "next_due_on" | "overdue" | "at_risk" | "silent_days" | "axis" | "axis.key" | "axis.title" | "axis.title.ar" | "axis.title.fr" | "axis.title.en" | "axis.title.zgh" | "plan" | "plan.id" | "plan.title" | "plan.title.ar" | "plan.title.fr" | "plan.title.en" | "plan.title.zgh" | "plan.status" | "plan.draft" | "plan.cycle" | "plan.cycle.starts_on" | "plan.cycle.starts_on.value" | "plan.cycle.starts_on.precision" | "plan.cycle.ends_on" | "plan.cycle.ends_on.value" | "plan.cycle.ends_on.precision" | "plan.collectivities" | "sources" | "revision" | "updated_at")[];
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The commitment */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Commitment"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listConsultations: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("opens_at" | "-opens_at" | "updated_at" | "-updated_at")[];
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "plan_id" | "collectivities" | "round" | "status" | "draft" | "title" | "title.ar" | "title.fr" | "title.en" | "title.zgh" | "description" | "description.ar" | "description.fr" | "description.en" | "description.zgh" | "channels" | "opens_at" | "opens_at.value" | "opens_at.precision" | "closes_at" | "closes_at.value" | "closes_at.precision" | "cancellation_reason" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Any of these */
				type?: ("region" | "provincial_council" | "commune")[];
				/** @description Region, and all within: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture, and its communes: ids or codes, any of them */
				province?: string[];
				/** @description The collectivity itself: ids or codes, any of them */
				collectivity?: string[];
				/** @description Words of the title or the description, in any language: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents */
				q?: string;
				/** @description Of these plans */
				plan?: string[];
				/** @description Any of these */
				status?: ("announced" | "open" | "closed" | "cancelled")[];
				/** @description Any of these rounds */
				round?: number[];
				/** @description Whose window holds some of this day in Morocco */
				open_on?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The consultations that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ConsultationPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	announceConsultation: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewConsultation"];
			};
		};
		responses: {
			/** @description Announced */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Consultation"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getConsultation: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "plan_id" | "collectivities" | "round" | "status" | "draft" | "title" | "title.ar" | "title.fr" | "title.en" | "title.zgh" | "description" | "description.ar" | "description.fr" | "description.en" | "description.zgh" | "channels" | "opens_at" | "opens_at.value" | "opens_at.precision" | "closes_at" | "closes_at.value" | "closes_at.precision" | "cancellation_reason" | "sources" | "revision" | "created_at" | "updated_at")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The consultation */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Consultation"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	deleteConsultation: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Removed */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	editConsultation: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ConsultationPatch"];
			};
		};
		responses: {
			/** @description The consultation as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Consultation"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	stepConsultation: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewConsultationTransition"];
			};
		};
		responses: {
			/** @description The consultation as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Consultation"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listCommitmentProgressReports: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "commitment_id" | "reported_on" | "reported_on.value" | "reported_on.precision" | "period" | "stage" | "percentage" | "text" | "text.ar" | "text.fr" | "text.en" | "text.zgh" | "milestones" | "evidence" | "sources" | "withdrawal" | "withdrawal.withdrawn_at" | "withdrawal.reason" | "warnings" | "revision" | "created_at" | "updated_at")[];
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description All that is told */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ProgressReportPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	addProgressReport: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewProgressReport"];
			};
		};
		responses: {
			/** @description Added */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ProgressReport"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`); Not in this state (`wrong_state`); Commitment not in force (`commitment_not_in_force`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getProgressReport: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "commitment_id" | "reported_on" | "reported_on.value" | "reported_on.precision" | "period" | "stage" | "percentage" | "text" | "text.ar" | "text.fr" | "text.en" | "text.zgh" | "milestones" | "evidence" | "sources" | "withdrawal" | "withdrawal.withdrawn_at" | "withdrawal.reason" | "warnings" | "revision" | "created_at" | "updated_at")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The record */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ProgressReport"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	editProgressReport: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ProgressReportPatch"];
			};
		};
		responses: {
			/** @description As it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ProgressReport"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Withdrawn (`withdrawn`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	withdrawProgressReport: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewWithdrawal"];
			};
		};
		responses: {
			/** @description As it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ProgressReport"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Withdrawn (`withdrawn`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listCommitmentAssessments: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "commitment_id" | "assessed_on" | "assessed_on.value" | "assessed_on.precision" | "completion" | "assessor" | "assessor.name" | "assessor.name.ar" | "assessor.name.fr" | "assessor.name.en" | "assessor.name.zgh" | "method" | "method.ar" | "method.fr" | "method.en" | "method.zgh" | "text" | "text.ar" | "text.fr" | "text.en" | "text.zgh" | "evidence" | "sources" | "withdrawal" | "withdrawal.withdrawn_at" | "withdrawal.reason" | "revision" | "created_at" | "updated_at")[];
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description All that is told */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["AssessmentPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	addAssessment: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewAssessment"];
			};
		};
		responses: {
			/** @description Added */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Assessment"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`); Not in this state (`wrong_state`); Commitment not in force (`commitment_not_in_force`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getAssessment: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "commitment_id" | "assessed_on" | "assessed_on.value" | "assessed_on.precision" | "completion" | "assessor" | "assessor.name" | "assessor.name.ar" | "assessor.name.fr" | "assessor.name.en" | "assessor.name.zgh" | "method" | "method.ar" | "method.fr" | "method.en" | "method.zgh" | "text" | "text.ar" | "text.fr" | "text.en" | "text.zgh" | "evidence" | "sources" | "withdrawal" | "withdrawal.withdrawn_at" | "withdrawal.reason" | "revision" | "created_at" | "updated_at")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The record */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Assessment"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	editAssessment: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["AssessmentPatch"];
			};
		};
		responses: {
			/** @description As it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Assessment"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Withdrawn (`withdrawn`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	withdrawAssessment: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewWithdrawal"];
			};
		};
		responses: {
			/** @description As it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Assessment"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Withdrawn (`withdrawn`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listProgressReports: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("reported_on" | "-reported_on" | "updated_at" | "-updated_at")[];
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "commitment_id" | "reported_on" | "reported_on.value" | "reported_on.precision" | "period" | "stage" | "percentage" | "text" | "text.ar" | "text.fr" | "text.en" | "text.zgh" | "milestones" | "evidence" | "sources" | "withdrawal" | "withdrawal.withdrawn_at" | "withdrawal.reason" | "warnings" | "revision" | "created_at" | "updated_at")[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Any of these */
				type?: ("region" | "provincial_council" | "commune")[];
				/** @description Region, and all within: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture, and its communes: ids or codes, any of them */
				province?: string[];
				/** @description The collectivity itself: ids or codes, any of them */
				collectivity?: string[];
				/** @description Of commitments of these plans */
				plan?: string[];
				/** @description Of these commitments */
				commitment?: string[];
				/** @description Any of these */
				stage?: ("not_started" | "started" | "substantial" | "completed")[];
				/** @description Made on this day or later: of an imprecise date, its last day */
				reported_on_gte?: string;
				/** @description Made on this day or before: of an imprecise date, its last day */
				reported_on_lte?: string;
				/** @description Only those that were, or were not */
				withdrawn?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Those that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ProgressReportPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listAssessments: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("assessed_on" | "-assessed_on" | "updated_at" | "-updated_at")[];
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "commitment_id" | "assessed_on" | "assessed_on.value" | "assessed_on.precision" | "completion" | "assessor" | "assessor.name" | "assessor.name.ar" | "assessor.name.fr" | "assessor.name.en" | "assessor.name.zgh" | "method" | "method.ar" | "method.fr" | "method.en" | "method.zgh" | "text" | "text.ar" | "text.fr" | "text.en" | "text.zgh" | "evidence" | "sources" | "withdrawal" | "withdrawal.withdrawn_at" | "withdrawal.reason" | "revision" | "created_at" | "updated_at")[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Any of these */
				type?: ("region" | "provincial_council" | "commune")[];
				/** @description Region, and all within: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture, and its communes: ids or codes, any of them */
				province?: string[];
				/** @description The collectivity itself: ids or codes, any of them */
				collectivity?: string[];
				/** @description Of commitments of these plans */
				plan?: string[];
				/** @description Of these commitments */
				commitment?: string[];
				/** @description Any of these */
				completion?: ("no_evidence_available" | "not_started" | "limited" | "substantial" | "complete")[];
				/** @description Made on this day or later: of an imprecise date, its last day */
				assessed_on_gte?: string;
				/** @description Made on this day or before: of an imprecise date, its last day */
				assessed_on_lte?: string;
				/** @description Only those that were, or were not */
				withdrawn?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Those that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["AssessmentPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getCommitmentLineage: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The lineage */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Lineage"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listApprovalSessions: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("opens_on" | "-opens_on" | "updated_at" | "-updated_at")[];
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "plan_id" | "collectivity" | "kind" | "status" | "status_reason" | "announced_as" | "announced_as.ar" | "announced_as.fr" | "announced_as.en" | "announced_as.zgh" | "opens_on" | "opens_on.value" | "opens_on.precision" | "members_in_office" | "members_in_office_on" | "requested" | "requested.on" | "requested.members" | "item_on_agenda" | "notice_sent_on" | "agenda_sent_on" | "content_hash" | "redeliberates" | "sittings" | "vote" | "earlier_votes" | "outcome" | "decided_on" | "declared_outcome" | "declared_outcome.outcome" | "declared_outcome.sources" | "votes_published" | "votes_published.on" | "votes_published.basis" | "votes_published.url" | "after_the_vote" | "after_the_vote.closed_on" | "after_the_vote.posted_on" | "after_the_vote.minutes_sent_on" | "after_the_vote.transmitted_on" | "after_the_vote.received_on" | "after_the_vote.opposed_on" | "after_the_vote.opposition_reason" | "after_the_vote.financial_effect" | "after_the_vote.visa" | "after_the_vote.visa.decision" | "after_the_vote.visa.decided_on" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description Any of these */
				type?: ("region" | "provincial_council" | "commune")[];
				/** @description Region, and all within: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture, and its communes: ids or codes, any of them */
				province?: string[];
				/** @description The collectivity itself: ids or codes, any of them */
				collectivity?: string[];
				/** @description Ids of plans: any of them */
				plan?: string[];
				/** @description Any of these */
				status?: ("announced" | "convened" | "quorum_failed" | "closed" | "cancelled")[];
				/** @description Any of these */
				kind?: ("ordinary" | "extraordinary_by_president" | "extraordinary_by_members" | "extraordinary_of_right")[];
				/** @description Civil year in which it opens */
				year?: number;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The sessions that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ListedSessionPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	createApprovalSession: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewApprovalSession"];
			};
		};
		responses: {
			/** @description Announced */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ApprovalSession"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Already exists (`duplicate`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getApprovalSession: {
		parameters: {
			query?: {
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The session */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ApprovalSession"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	editApprovalSession: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["ApprovalSessionPatch"];
			};
		};
		responses: {
			/** @description The session as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ApprovalSession"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	recordSitting: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewSitting"];
			};
		};
		responses: {
			/** @description Recorded */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ApprovalSession"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	removeSitting: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
				/** @description Of the sitting */
				number: number;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The session as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ApprovalSession"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	putVote: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewVote"];
			};
		};
		responses: {
			/** @description The session as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ApprovalSession"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getRoll: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The voters, in the order of the minutes */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["SessionRoll"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	stepApprovalSession: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewSessionStep"];
			};
		};
		responses: {
			/** @description The session as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ApprovalSession"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listApprovalSessionActions: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Every action, possible or not */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["SessionActions"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listWorkshops: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("held_on" | "-held_on" | "updated_at" | "-updated_at")[];
				/** @description Words of the title or the subject, in any language: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents */
				q?: string;
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "kind" | "status" | "status_reason" | "title" | "title.ar" | "title.fr" | "title.en" | "title.zgh" | "subject" | "subject.ar" | "subject.fr" | "subject.en" | "subject.zgh" | "audience" | "audience.ar" | "audience.fr" | "audience.en" | "audience.zgh" | "programme" | "programme.ar" | "programme.fr" | "programme.en" | "programme.zgh" | "mode" | "held_on" | "held_on.value" | "held_on.precision" | "part_of_day" | "starts_at" | "ends_at" | "time_zone" | "place" | "place.collectivity" | "place.collectivity.id" | "place.collectivity.type" | "place.collectivity.hcp_code" | "place.collectivity.name" | "place.collectivity.name.ar" | "place.collectivity.name.fr" | "place.collectivity.name.en" | "place.collectivity.name.zgh" | "place.venue" | "place.venue.ar" | "place.venue.fr" | "place.venue.en" | "place.venue.zgh" | "place.room" | "place.room.ar" | "place.room.fr" | "place.room.en" | "place.room.zgh" | "place.address" | "place.address.ar" | "place.address.fr" | "place.address.en" | "place.address.zgh" | "place.point" | "place.point.longitude" | "place.point.latitude" | "place.capacity" | "link" | "host" | "host.collectivity" | "host.collectivity.id" | "host.collectivity.type" | "host.collectivity.hcp_code" | "host.collectivity.name" | "host.collectivity.name.ar" | "host.collectivity.name.fr" | "host.collectivity.name.en" | "host.collectivity.name.zgh" | "host.name" | "host.name.ar" | "host.name.fr" | "host.name.en" | "host.name.zgh" | "chair" | "chair.name" | "chair.name.ar" | "chair.name.fr" | "chair.name.en" | "chair.name.zgh" | "chair.name_variants" | "chair.function" | "chair.function.ar" | "chair.function.fr" | "chair.function.en" | "chair.function.zgh" | "officials" | "agenda" | "breakout_groups" | "collectivities" | "plan_id" | "attendance" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: "documents"[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson" | "geojson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Region, and all within: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture, and its communes: ids or codes, any of them */
				province?: string[];
				/** @description The collectivity itself: ids or codes, any of them */
				collectivity?: string[];
				/** @description Of these action plans */
				plan?: string[];
				/** @description Any of these */
				kind?: ("communication_meeting" | "training" | "co_creation" | "consultation" | "committee")[];
				/** @description Any of these */
				mode?: ("in_person" | "remote" | "hybrid")[];
				/** @description Any of these */
				status?: ("planned" | "held" | "cancelled")[];
				/** @description On this day or later, by the first day of an imprecise date */
				held_on_gte?: string;
				/** @description By this day for sure: the whole of an imprecise date is past */
				held_on_lte?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The rows that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WorkshopPage"];
					"text/csv": string;
					"application/x-ndjson": string;
					"application/geo+json": components["schemas"]["WorkshopFeatures"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	createWorkshop: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewWorkshop"];
			};
		};
		responses: {
			/** @description Added */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Workshop"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getWorkshop: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "kind" | "status" | "status_reason" | "title" | "title.ar" | "title.fr" | "title.en" | "title.zgh" | "subject" | "subject.ar" | "subject.fr" | "subject.en" | "subject.zgh" | "audience" | "audience.ar" | "audience.fr" | "audience.en" | "audience.zgh" | "programme" | "programme.ar" | "programme.fr" | "programme.en" | "programme.zgh" | "mode" | "held_on" | "held_on.value" | "held_on.precision" | "part_of_day" | "starts_at" | "ends_at" | "time_zone" | "place" | "place.collectivity" | "place.collectivity.id" | "place.collectivity.type" | "place.collectivity.hcp_code" | "place.collectivity.name" | "place.collectivity.name.ar" | "place.collectivity.name.fr" | "place.collectivity.name.en" | "place.collectivity.name.zgh" | "place.venue" | "place.venue.ar" | "place.venue.fr" | "place.venue.en" | "place.venue.zgh" | "place.room" | "place.room.ar" | "place.room.fr" | "place.room.en" | "place.room.zgh" | "place.address" | "place.address.ar" | "place.address.fr" | "place.address.en" | "place.address.zgh" | "place.point" | "place.point.longitude" | "place.point.latitude" | "place.capacity" | "link" | "host" | "host.collectivity" | "host.collectivity.id" | "host.collectivity.type" | "host.collectivity.hcp_code" | "host.collectivity.name" | "host.collectivity.name.ar" | "host.collectivity.name.fr" | "host.collectivity.name.en" | "host.collectivity.name.zgh" | "host.name" | "host.name.ar" | "host.name.fr" | "host.name.en" | "host.name.zgh" | "chair" | "chair.name" | "chair.name.ar" | "chair.name.fr" | "chair.name.en" | "chair.name.zgh" | "chair.name_variants" | "chair.function" | "chair.function.ar" | "chair.function.fr" | "chair.function.en" | "chair.function.zgh" | "officials" | "agenda" | "breakout_groups" | "collectivities" | "plan_id" | "attendance" | "sources" | "revision" | "created_at" | "updated_at")[];
				/** @description Adds what is left out by default */
				include?: "documents"[];
				/** @description Instead of `Accept` */
				format?: "json" | "geojson";
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The record */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Workshop"];
					"application/geo+json": components["schemas"]["WorkshopFeature"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	editWorkshop: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["WorkshopPatch"];
			};
		};
		responses: {
			/** @description The record as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Workshop"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	stepWorkshop: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewWorkshopTransition"];
			};
		};
		responses: {
			/** @description The record as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Workshop"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`); Not in this state (`wrong_state`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listWorkshopActions: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Every action, possible or not */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WorkshopActions"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getAttendance: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description What is public of it; no cells where nothing is known */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Attendance"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	putAttendance: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewAttendance"];
			};
		};
		responses: {
			/** @description Every cell as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ExactAttendance"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getExactAttendance: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Every cell as it is */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ExactAttendance"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listParticipants: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description All participants, in the order in which they were added */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Participants"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	addParticipant: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewParticipant"];
			};
		};
		responses: {
			/** @description Added */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Participant"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getParticipant: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description UUID */
				id: string;
				/** @description UUID */
				participant: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The participant */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Participant"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	removeParticipant: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
				/** @description UUID */
				participant: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Removed and erased */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listEvents: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("starts_on" | "-starts_on" | "updated_at" | "-updated_at")[];
				/** @description Words of the title or the subject, in any language: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents */
				q?: string;
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "type" | "kind" | "status" | "status_reason" | "title" | "title.ar" | "title.fr" | "title.en" | "title.zgh" | "subject" | "subject.ar" | "subject.fr" | "subject.en" | "subject.zgh" | "starts_on" | "starts_on.value" | "starts_on.precision" | "ends_on" | "ends_on.value" | "ends_on.precision" | "part_of_day" | "starts_at" | "ends_at" | "time_zone" | "starts" | "ends" | "place" | "place.collectivity" | "place.collectivity.id" | "place.collectivity.type" | "place.collectivity.hcp_code" | "place.collectivity.name" | "place.collectivity.name.ar" | "place.collectivity.name.fr" | "place.collectivity.name.en" | "place.collectivity.name.zgh" | "place.venue" | "place.venue.ar" | "place.venue.fr" | "place.venue.en" | "place.venue.zgh" | "place.room" | "place.room.ar" | "place.room.fr" | "place.room.en" | "place.room.zgh" | "place.address" | "place.address.ar" | "place.address.fr" | "place.address.en" | "place.address.zgh" | "place.point" | "place.point.longitude" | "place.point.latitude" | "link" | "collectivities" | "plan_id" | "revision" | "created_at" | "updated_at")[];
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Instead of `Accept`; all but `json` give every event unless `limit` is given */
				format?: "json" | "csv" | "ndjson" | "geojson" | "ics";
				/** @description Region, and all within: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture, and its communes: ids or codes, any of them */
				province?: string[];
				/** @description The collectivity itself: ids or codes, any of them */
				collectivity?: string[];
				/** @description Any of these */
				type?: ("workshop" | "consultation" | "approval_session")[];
				/** @description Any of these */
				kind?: ("communication_meeting" | "training" | "co_creation" | "consultation" | "committee" | "public_consultation" | "ordinary" | "extraordinary_by_president" | "extraordinary_by_members" | "extraordinary_of_right")[];
				/** @description Any of these */
				status?: ("planned" | "held" | "cancelled" | "announced" | "open" | "closed" | "convened" | "quorum_failed")[];
				/** @description What may be on this day or later */
				from?: string;
				/** @description What may be on this day or earlier */
				until?: string;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The rows that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["EventPage"];
					"text/csv": string;
					"application/x-ndjson": string;
					"application/geo+json": components["schemas"]["EventFeatures"];
					"text/calendar": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listContributions: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("received_at" | "-received_at" | "updated_at" | "-updated_at")[];
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "consultation" | "consultation.id" | "consultation.round" | "plan_id" | "status" | "channel" | "language" | "problem" | "proposed_solution" | "expected_impact" | "axis" | "author_named" | "received_at" | "answer" | "answer.reason" | "answer.answered_at" | "answer.commitment" | "answer.commitment.id" | "answer.commitment.key" | "answer.commitment.title" | "answer.commitment.title.ar" | "answer.commitment.title.fr" | "answer.commitment.title.en" | "answer.commitment.title.zgh" | "answer.merged_into" | "withheld_reason" | "revision" | "created_at" | "updated_at")[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Words of the text of what was said, in any language: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents */
				q?: string;
				/** @description Any of these */
				status?: ("pending" | "withheld" | "published" | "accepted" | "merged" | "rejected")[];
				/** @description That became one of these commitments */
				commitment?: string[];
				/** @description Any of these */
				language?: ("ar" | "fr" | "zgh" | "en")[];
				/** @description Any of these */
				type?: ("region" | "provincial_council" | "commune")[];
				/** @description Region, and all within: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture, and its communes: ids or codes, any of them */
				province?: string[];
				/** @description The collectivity itself: ids or codes, any of them */
				collectivity?: string[];
				/** @description In these consultations */
				consultation?: string[];
				/** @description On these plans */
				plan?: string[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The contributions that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ContributionPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listConsultationContributions: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("received_at" | "-received_at" | "updated_at" | "-updated_at")[];
				/** @description Records changed at or after this instant (a filter, not a way to sync) */
				modified_since?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "consultation" | "consultation.id" | "consultation.round" | "plan_id" | "status" | "channel" | "language" | "problem" | "proposed_solution" | "expected_impact" | "axis" | "author_named" | "received_at" | "answer" | "answer.reason" | "answer.answered_at" | "answer.commitment" | "answer.commitment.id" | "answer.commitment.key" | "answer.commitment.title" | "answer.commitment.title.ar" | "answer.commitment.title.fr" | "answer.commitment.title.en" | "answer.commitment.title.zgh" | "answer.merged_into" | "withheld_reason" | "revision" | "created_at" | "updated_at")[];
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Words of the text of what was said, in any language: Arabic without regard to hamza, alef, ya, ta marbuta, tatweel or tashkeel; Latin without accents */
				q?: string;
				/** @description Any of these */
				status?: ("pending" | "withheld" | "published" | "accepted" | "merged" | "rejected")[];
				/** @description That became one of these commitments */
				commitment?: string[];
				/** @description Any of these */
				language?: ("ar" | "fr" | "zgh" | "en")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The contributions that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ContributionPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	sendContribution: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewContribution"];
			};
		};
		responses: {
			/** @description Received */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ContributionReceipt"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Consultation not open (`consultation_not_open`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getContribution: {
		parameters: {
			query?: {
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "consultation" | "consultation.id" | "consultation.round" | "plan_id" | "status" | "channel" | "language" | "problem" | "proposed_solution" | "expected_impact" | "axis" | "author_named" | "received_at" | "answer" | "answer.reason" | "answer.answered_at" | "answer.commitment" | "answer.commitment.id" | "answer.commitment.key" | "answer.commitment.title" | "answer.commitment.title.ar" | "answer.commitment.title.fr" | "answer.commitment.title.en" | "answer.commitment.title.zgh" | "answer.merged_into" | "withheld_reason" | "revision" | "created_at" | "updated_at" | "author" | "author.name")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The contribution */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ContributionRecord"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	stepContribution: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewContributionTransition"];
			};
		};
		responses: {
			/** @description The contribution as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ContributionRecord"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not in this state (`wrong_state`); Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Cannot be done (`unprocessable`); Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getContributionContact: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The name and the address, as far as they were left */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ContributionContact"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	eraseContributionContact: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Erased */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Of another collectivity (`not_yours`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getConsultationOutcome: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The outcome so far */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ConsultationOutcome"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listSearchHits: {
		parameters: {
			query: {
				/** @description Words in Arabic or French, or a code: all of them, or others of the same stem; the last may be the beginning of a word. Without regard to hamza, alef, ya, ta marbuta, tatweel, tashkeel and accents. Words that say nothing (de, la, les) are left out where there are others. Nothing in it is read as an operator */
				q: string;
				/** @description Any of these */
				type?: ("region" | "provincial_council" | "commune" | "action_plan" | "commitment" | "approval_session" | "consultation" | "workshop" | "output" | "document")[];
				/** @description Region, and all within: ids or codes, any of them */
				region?: string[];
				/** @description Province or prefecture, and its communes: ids or codes, any of them */
				province?: string[];
				/** @description The collectivity itself: ids or codes, any of them */
				collectivity?: string[];
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("type" | "id" | "part" | "href" | "title" | "title.ar" | "title.fr" | "title.en" | "title.zgh" | "highlight" | "highlight.title" | "highlight.text" | "match" | "collectivities")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description What was found */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["SearchPage"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getMe: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The caller */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Me"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listApiKeys: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("created_at" | "-created_at" | "name" | "-name" | "expires_at" | "-expires_at")[];
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "name" | "ends_with" | "roles" | "collectivities" | "scopes" | "status" | "expires_at" | "last_used_at" | "revocation" | "revocation.revoked_at" | "revocation.reason" | "revision" | "created_at" | "updated_at")[];
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description A page of keys */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ApiKeyPage"];
				};
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	createApiKey: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewApiKey"];
			};
		};
		responses: {
			/** @description Made */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["CreatedApiKey"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getApiKey: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description Id of the key */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The key as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ApiKey"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	revokeApiKey: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description Id of the key */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["Revocation"];
			};
		};
		responses: {
			/** @description The key as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ApiKey"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listChanges: {
		parameters: {
			query?: {
				/** @description `next_cursor` of the page before, `position` of a change, or `meta.position` of a list; from the start when not said */
				after?: string;
				/** @description Only changes of these kinds of record */
				types?: ("region" | "provincial_council" | "commune" | "member" | "network" | "legal_rule" | "holiday" | "document" | "action_plan" | "draft" | "workshop" | "consultation" | "approval_session" | "contribution" | "progress_report" | "assessment")[];
				/** @description Id or code: only records of it and of all within it, before or after the change */
				territory?: string;
				/** @description Changes of a page; JSON has 200 when not said, NDJSON all there are */
				limit?: number;
				/** @description When there is nothing yet: seconds to wait for something; JSON only */
				wait?: number;
				/** @description Instead of `Accept`; `ndjson` streams all there are */
				format?: "json" | "ndjson";
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes after `after`, the oldest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ChangePage"];
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Gone (`gone`) */
			410: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listWebhookEndpoints: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Fields to sort by; ends with the id */
				sort?: ("created_at" | "-created_at" | "name" | "-name")[];
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "owner" | "name" | "url" | "types" | "territory" | "territory.id" | "territory.type" | "territory.hcp_code" | "territory.name" | "territory.name.ar" | "territory.name.fr" | "territory.name.en" | "territory.name.zgh" | "payload" | "exclude_origins" | "exclude_own" | "status" | "status_at" | "notice" | "secret" | "secret.made_at" | "secret.previous_until" | "delivery" | "delivery.position" | "delivery.failures" | "delivery.failing_since" | "delivery.next_attempt_at" | "delivery.delivered_at" | "replayed_after" | "revision" | "created_at" | "updated_at")[];
				/** @description Any of these */
				status?: ("active" | "paused" | "disabled")[];
				/** @description For `admin`: whose */
				owner?: string;
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description A page of endpoints */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WebhookEndpointPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	createWebhookEndpoint: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewWebhookEndpoint"];
			};
		};
		responses: {
			/** @description Made */
			201: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WebhookEndpointWithSecret"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`); Too many endpoints (`too_many_endpoints`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Gone (`gone`) */
			410: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getWebhookEndpoint: {
		parameters: {
			query?: never;
			header?: never;
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The endpoint as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WebhookEndpoint"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	removeWebhookEndpoint: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Removed */
			204: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	editWebhookEndpoint: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["WebhookEndpointPatch"];
			};
		};
		responses: {
			/** @description The endpoint as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WebhookEndpoint"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Missing scope (`missing_scope`); For its owner alone (`owner_only`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	stepWebhookEndpoint: {
		parameters: {
			query?: never;
			header?: {
				/** @description The ETag that was read; 428 without, 412 when it is stale */
				"if-match"?: string;
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["NewWebhookTransition"];
			};
		};
		responses: {
			/** @description The endpoint as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WebhookEndpoint"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Missing scope (`missing_scope`); Forbidden (`forbidden`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`); Not in this state (`wrong_state`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Changed in the meantime (`precondition_failed`) */
			412: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description If-Match required (`precondition_required`) */
			428: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	replayWebhookEndpoint: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["WebhookReplay"];
			};
		};
		responses: {
			/** @description The endpoint as it is now */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WebhookEndpoint"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Missing scope (`missing_scope`); For its owner alone (`owner_only`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Gone (`gone`) */
			410: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	pingWebhookEndpoint: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Under way */
			202: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WebhookPing"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Missing scope (`missing_scope`); For its owner alone (`owner_only`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`); Not in this state (`wrong_state`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	rotateWebhookSecret: {
		parameters: {
			query?: never;
			header?: {
				/** @description Any text of yours, new for each request that is not a retry; its answer is kept for 24 hours */
				"idempotency-key"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				"application/json": components["schemas"]["WebhookSecretRotation"];
			};
		};
		responses: {
			/** @description The endpoint, with its new secret */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WebhookEndpointWithSecret"];
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Missing scope (`missing_scope`); For its owner alone (`owner_only`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Still running (`idempotency_in_progress`) */
			409: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Content too large (`payload_too_large`) */
			413: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Unsupported media type (`unsupported_media_type`) */
			415: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Key used for another request (`idempotency_mismatch`) */
			422: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`); Outcome unknown (`outcome_unknown`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listWebhookDeliveries: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Only these fields: the answer is then a part of the schema */
				fields?: ("id" | "message_id" | "type" | "position" | "attempt" | "attempted_at" | "outcome" | "status" | "latency_ms" | "error" | "response" | "next_attempt_at")[];
				/** @description Any of these */
				outcome?: ("delivered" | "failed")[];
				/** @description `webhook-id` */
				message_id?: string;
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: never;
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The attempts */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["WebhookDeliveryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getLatestSnapshot: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The snapshot, its files and where to go on from it */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Snapshot"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Snapshot being made (`snapshot_being_made`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getSnapshot: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description `position` of a snapshot */
				position: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The snapshot and its files */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Snapshot"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getSnapshotFile: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description `position` of a snapshot */
				position: string;
				/** @description Kind of record and format, or the description of all */
				file: "region.ndjson" | "region.csv" | "provincial_council.ndjson" | "provincial_council.csv" | "commune.ndjson" | "commune.csv" | "member.ndjson" | "member.csv" | "network.ndjson" | "network.csv" | "legal_rule.ndjson" | "legal_rule.csv" | "holiday.ndjson" | "holiday.csv" | "document.ndjson" | "document.csv" | "action_plan.ndjson" | "action_plan.csv" | "draft.ndjson" | "draft.csv" | "workshop.ndjson" | "workshop.csv" | "consultation.ndjson" | "consultation.csv" | "approval_session.ndjson" | "approval_session.csv" | "contribution.ndjson" | "contribution.csv" | "progress_report.ndjson" | "progress_report.csv" | "assessment.ndjson" | "assessment.csv" | "datapackage.json";
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The file */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/x-ndjson": string;
					"text/csv": string;
					"application/vnd.datapackage+json": Record<string, never>;
				};
			};
			/** @description The bytes that Range asks for */
			206: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/x-ndjson": string;
					"text/csv": string;
					"application/vnd.datapackage+json": Record<string, never>;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Range not satisfiable (`range_not_satisfiable`) */
			416: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listExports: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The days whose vintage is kept */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["ExportVintagePage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	getDictionary: {
		parameters: {
			query?: {
				/** @description Any of these; all when not said */
				type?: ("region" | "provincial_council" | "commune" | "member" | "network" | "legal_rule" | "holiday" | "document" | "action_plan" | "draft" | "workshop" | "consultation" | "approval_session" | "contribution" | "progress_report" | "assessment")[];
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description One entry for each kind of record */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["Dictionary"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listRegionHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description Id or code */
				collectivity: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The code is a former one; Location has the one in force */
			301: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listProvincialCouncilHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description Id or code */
				collectivity: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The code is a former one; Location has the one in force */
			301: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listCommuneHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description Id or code */
				collectivity: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The code is a former one; Location has the one in force */
			301: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listMemberHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listDocumentHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listConsultationHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listContributionHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listLegalRuleHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listHolidayHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listWorkshopHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listApprovalSessionHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listProgressReportHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listAssessmentHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listActionPlanHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listDraftHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path: {
				/** @description UUID */
				id: string;
				/** @description Of the draft */
				number: number;
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Not found (`not_found`) */
			404: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listNetworkHistory: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The changes, the newest first */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["HistoryPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listStatistics: {
		parameters: {
			query: {
				/** @description What is counted: `/v1/statistics/measures` defines each */
				measure: "members" | "members_possible" | "days_since_last_word" | "plans" | "plan_days" | "approval_sessions" | "approval_sessions_on_time" | "workshops" | "attendance" | "registered" | "invited" | "contributions" | "contributions_answered" | "contributions_accepted" | "commitments" | "commitments_completed" | "commitments_overdue";
				/** @description One row for each combination of these; the whole when not said */
				by?: ("type" | "region" | "province" | "collectivity" | "wave" | "plan_status" | "contribution_status" | "timeliness" | "kind" | "outcome" | "mode" | "category" | "gender" | "channel" | "language" | "round" | "principle" | "completion" | "overdue")[];
				/** @description Of a flow: one row a period. Of a stock: how it stood at the end of each period from `from` on */
				period?: "month" | "quarter" | "year";
				/** @description Of a flow: on this day or later. Of a stock: the first period, with `period` */
				from?: string;
				/** @description Of a flow: on this day or earlier. Of a stock: the last period, with `period` */
				to?: string;
				/** @description The situation at the end of this civil day (Africa/Casablanca); today when not said */
				as_of?: string;
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
				/** @description Instead of `Accept`; all but `json` stream every row unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
			};
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The cells of the figure */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["StatisticPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listMeasures: {
		parameters: {
			query?: never;
			header?: {
				/** @description A position that an answer gave (`Position`, `meta.position`): this one is not older. 400 when it is of another installation, or of no change yet */
				"min-position"?: string;
			};
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description Every measure */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["MeasureDefinitions"];
				};
			};
			/** @description The client has this very answer */
			304: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
			/** @description Invalid request (`invalid_request`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
	listAudit: {
		parameters: {
			query?: {
				/** @description Rows of a page; JSON has 50 when not said */
				limit?: number;
				/** @description Opaque: `next_cursor` of the page before, with the same filters and sort */
				cursor?: string;
				/** @description `exact` fills `page.total` */
				count?: "exact";
				/** @description Any of these kinds */
				type?: string[];
				/** @description Any of these records */
				id?: string[];
				/** @description Who made the change, exactly as `actor` has it */
				actor?: string;
				/** @description Any of these */
				origin?: string[];
				/** @description The request that made the change */
				request_id?: string;
				/** @description At this instant or later */
				occurred_at_gte?: string;
				/** @description At this instant or before */
				occurred_at_lte?: string;
				/** @description Instead of `Accept`; all but `json` stream every entry unless `limit` is given */
				format?: "json" | "csv" | "ndjson";
				/** @description CSV: start with a byte order mark */
				bom?: boolean;
				/** @description CSV: an apostrophe before a cell that a spreadsheet would run as a formula */
				excel_safe?: boolean;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			/** @description The entries that the filters keep */
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/json": components["schemas"]["AuditPage"];
					"text/csv": string;
					"application/x-ndjson": string;
				};
			};
			/** @description Invalid request (`invalid_request`); Cursor of another list (`cursor_mismatch`) */
			400: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Authentication required (`unauthenticated`) */
			401: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Forbidden (`forbidden`); Missing scope (`missing_scope`) */
			403: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Format not available (`not_acceptable`) */
			406: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Too many requests (`rate_limited`) */
			429: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
			/** @description Service unavailable (`database_unavailable`); The answer took too long (`timeout`); Service overloaded (`overloaded`); Identity provider unavailable (`identity_unavailable`) */
			503: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					"application/problem+json": components["schemas"]["Problem"];
				};
			};
		};
	};
}
