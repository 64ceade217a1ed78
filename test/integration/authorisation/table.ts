/** Who may knock at each operation, on the things of workshop A and firm A. `-` is denied, `+` is let through. */

/** The columns: a visitor; a person with no role; firm A's and firm B's member; workshop A's member and manager; workshop B's manager; the network's coordinator and head; a platform admin. */
export const principals = [
  'visitor',
  'person',
  'firmA',
  'firmB',
  'memberA',
  'managerA',
  'managerB',
  'coordinator',
  'head',
  'admin',
] as const;
export type Principal = (typeof principals)[number];

export interface Row {
  /** The arguments of the call, as GraphQL text, with `$name` standing for an id of the scene. */
  call: string;
  /** One sign per principal, in the order above; spaces are for the eye. */
  who: string;
}

const everyone = '+ +++ +++ +++';
const signedIn = '- +++ +++ +++';

const terms = 'terms: { pricing: free, audience: everyone }';
const taught =
  'facts: [{ name: teaches, text: "laser.1" }, { name: radius, number: 50 }, { name: employment, text: "employed" }]';

export const table: Record<string, Row> = {
  'Query.me': { call: 'me { id }', who: everyone },
  'Query.places': { call: 'places(search: "blois") { name }', who: everyone },
  'Query.place': { call: 'place(query: "41000") { place { name } }', who: everyone },
  'Query.invitation': { call: 'invitation(token: "$invitationToken") { id }', who: everyone },
  'Query.happenings': { call: 'happenings { totalCount }', who: signedIn },
  'Query.notices': { call: 'notices { totalCount }', who: signedIn },
  'Query.unreadNotices': { call: 'unreadNotices', who: everyone },
  'Query.noticePreferences': { call: 'noticePreferences { timeZone }', who: signedIn },
  'Mutation.settleNotices': {
    call: 'settleNotices(input: { channels: [], timeZone: "Europe/Paris", remindBefore: 24, remindOnDay: true }) { timeZone }',
    who: signedIn,
  },
  'Mutation.markNotice': { call: 'markNotice(id: "$noticeOfMemberA") { id }', who: '- --- +-- ---' },
  'Mutation.markNotices': { call: 'markNotices', who: signedIn },
  'Query.mailSubscription': { call: 'mailSubscription(token: "$mailToken") { scope }', who: everyone },
  'Mutation.stopMails': { call: 'stopMails(token: "$mailToken") { stopped }', who: everyone },
  'Mutation.resumeMails': { call: 'resumeMails(token: "$mailToken") { stopped }', who: everyone },
  'Query.firm': { call: 'firm(id: "$firmA") { id }', who: '- -+- --- --+' },
  'Query.members': {
    call: 'members(organisation: { scope: workshop, id: "$workshopA" }) { id }',
    who: '- --- ++- --+',
  },
  'Mutation.setLocale': { call: 'setLocale(locale: fr)', who: signedIn },
  'Mutation.createFirm': {
    call: 'createFirm(input: { name: "F", place: "Blois", idempotencyKey: "$key" }) { id }',
    who: signedIn,
  },
  'Mutation.updateFirm': {
    call: 'updateFirm(id: "$firmA", input: { name: "F", place: "Blois" }) { id }',
    who: '- -+- --- --+',
  },
  'Mutation.invite': {
    call: 'invite(input: { organisation: { scope: workshop, id: "$workshopA" }, email: "x@example.org", role: workshop_member }) { id }',
    who: '- --- -+- --+',
  },
  'Mutation.acceptInvitation': { call: 'acceptInvitation(token: "$invitationToken") { id }', who: '- --- --- ---' },
  'Mutation.removeMandate': { call: 'removeMandate(id: "$mandateOfMemberA")', who: '- --- ++- --+' },
  'Query.mySessions': { call: 'mySessions { id }', who: signedIn },
  'Mutation.endSession': { call: 'endSession(id: "$sessionOfMemberA")', who: '- --- +-- ---' },
  'Mutation.endOtherSessions': { call: 'endOtherSessions', who: signedIn },
  'Query.workshop': { call: 'workshop(slug: "$slugA") { id }', who: everyone },
  'Query.workshops': { call: 'workshops { totalCount }', who: everyone },
  'Query.network': { call: 'network(code: "$networkCode") { id }', who: everyone },
  'Query.networks': { call: 'networks { totalCount }', who: everyone },
  'Query.memberships': {
    call: 'memberships(networkCode: "$networkCode", status: asked) { totalCount }',
    who: '- --- --- +++',
  },
  'Mutation.createWorkshop': {
    call: 'createWorkshop(input: { name: "W", place: "Blois", idempotencyKey: "$key" }) { id }',
    who: signedIn,
  },
  'Mutation.updateWorkshop': {
    call: 'updateWorkshop(id: "$workshopA", input: { name: "W" }) { id }',
    who: '- --- -+- --+',
  },
  'Mutation.confirmWorkshop': { call: 'confirmWorkshop(id: "$workshopA") { id }', who: '- --- -+- --+' },
  'Mutation.createNetwork': {
    call: 'createNetwork(input: { code: "NEW", name: "N", idempotencyKey: "$key" }) { id }',
    who: '- --- --- --+',
  },
  'Mutation.askMembership': {
    call: 'askMembership(input: { workshopId: "$workshopA", networkCode: "$otherNetwork", idempotencyKey: "$key" }) { id }',
    who: '- --- -+- --+',
  },
  'Mutation.moveMembership admit': {
    call: 'moveMembership(id: "$membershipAsked", move: admit) { id }',
    who: '- --- --- +++',
  },
  'Mutation.moveMembership': { call: 'moveMembership(id: "$membershipOfA", move: leave) { id }', who: '- --- -+- --+' },
  'Mutation.invite first manager': {
    call: 'invite(input: { organisation: { scope: workshop, id: "$workshopUnled" }, email: "x@example.org", role: workshop_manager }) { id }',
    who: '- --- --- +++',
  },
  'Query.accountDeletion': { call: 'accountDeletion { closes }', who: signedIn },
  'Mutation.deleteAccount': { call: 'deleteAccount(password: "wrong")', who: signedIn },
  'Query.importBatches': {
    call: 'importBatches(networkCode: "$networkCode") { totalCount }',
    who: '- --- --- -++',
  },
  'Query.importBatch': { call: 'importBatch(id: "$importA") { id }', who: '- --- --- -++' },
  'Mutation.importTicket': {
    call: 'importTicket(networkCode: "$networkCode", filename: "f.csv")',
    who: '- --- --- -++',
  },
  'Mutation.prepareImport': {
    call: 'prepareImport(id: "$importA", input: { format: geojson }) { id }',
    who: '- --- --- -++',
  },
  'Mutation.runImport': { call: 'runImport(id: "$importA") { id }', who: '- --- --- -++' },
  'Mutation.undoImport': { call: 'undoImport(id: "$importA") { id }', who: '- --- --- -++' },
  'Mutation.discardImport': { call: 'discardImport(id: "$importA")', who: '- --- --- -++' },
  'Query.request': { call: 'request(id: "$requestA") { id }', who: '- -+- --- --+' },
  'Query.myRequests': { call: 'myRequests { totalCount }', who: signedIn },
  'Query.requestMatches': { call: 'requestMatches(id: "$requestA") { capable }', who: '- -+- --- --+' },
  'Query.previewMatches': {
    call: 'previewMatches(input: { parts: [{ process: "laser_cut" }] }) { capable }',
    who: signedIn,
  },
  'Query.offer': { call: 'offer(id: "$offerA") { id }', who: '- --- ++- ---' },
  'Query.offersToAnswer': { call: 'offersToAnswer(workshopId: "$workshopA") { totalCount }', who: '- --- ++- ---' },
  'Query.offersAnswered': { call: 'offersAnswered(workshopId: "$workshopA") { totalCount }', who: '- --- ++- ---' },
  'Mutation.createRequest': {
    call: 'createRequest(input: { title: "T", parts: [], idempotencyKey: "$key" }) { id }',
    who: signedIn,
  },
  'Mutation.updateRequest': {
    call: 'updateRequest(id: "$draftA", input: { title: "T", parts: [] }) { id }',
    who: '- -+- --- ---',
  },
  'Mutation.submitRequest': { call: 'submitRequest(id: "$draftA") { id }', who: '- -+- --- ---' },
  'Mutation.postponeRequest': {
    call: 'postponeRequest(id: "$requestA", mustHaveBy: "2027-03-01") { id }',
    who: '- -+- --- ---',
  },
  'Mutation.moveRequest': { call: 'moveRequest(id: "$requestA", move: cancel) { id }', who: '- -+- --- ---' },
  'Query.offersToUndo': { call: 'offersToUndo(workshopId: "$workshopA") { id }', who: '- --- ++- ---' },
  'Mutation.giveUpOffer': {
    call: 'giveUpOffer(id: "$offerWonByA", input: { reason: no_capacity }) { id }',
    who: '- --- ++- ---',
  },
  'Mutation.undoOfferAnswer': { call: 'undoOfferAnswer(id: "$offerWonByA") { id }', who: '- --- ++- ---' },
  'Mutation.viewOffer': { call: 'viewOffer(id: "$offerA") { id }', who: '- --- ++- ---' },
  'Mutation.acceptOffer': { call: 'acceptOffer(id: "$offerA", input: {}) { id }', who: '- --- ++- ---' },
  'Mutation.declineOffer': {
    call: 'declineOffer(id: "$offerA", input: { reason: price }) { id }',
    who: '- --- ++- ---',
  },
  'Query.quoteLoan': {
    call: 'quoteLoan(wish: { resourceId: "$machineA", from: "2026-12-01T09:00:00Z", until: "2026-12-01T10:00:00Z", use: on_site }) { possible }',
    who: everyone,
  },
  'Query.loan': { call: 'loan(id: "$loanA") { id }', who: '- -+- ++- --+' },
  'Query.myLoans': { call: 'myLoans { totalCount }', who: signedIn },
  'Query.desk': { call: 'desk(workshopId: "$workshopA") { day }', who: '- --- ++- --+' },
  'Query.accreditations': { call: 'accreditations(workshopId: "$workshopA") { totalCount }', who: '- --- ++- --+' },
  'Mutation.requestLoan': {
    call: 'requestLoan(input: { resourceId: "$machineA", from: "2026-12-01T09:00:00Z", until: "2026-12-01T10:00:00Z", use: on_site, termsAccepted: true, idempotencyKey: "$key" }) { id }',
    who: signedIn,
  },
  'Mutation.moveLoan accept': { call: 'moveLoan(id: "$loanA", move: accept) { id }', who: '- --- ++- ---' },
  'Mutation.moveLoan': { call: 'moveLoan(id: "$loanA", move: cancel) { id }', who: '- -+- --- ---' },
  'Mutation.askExtension': {
    call: 'askExtension(id: "$loanA", until: "2026-12-09T12:00:00Z") { id }',
    who: '- -+- --- ---',
  },
  'Mutation.answerExtension': { call: 'answerExtension(id: "$loanA", agrees: true) { id }', who: '- --- ++- ---' },
  'Query.basket': { call: 'basket { possible }', who: signedIn },
  'Query.basketCount': { call: 'basketCount', who: everyone },
  'Query.previewBasket': {
    call: 'previewBasket(lines: [{ resourceId: "$machineA", use: on_site }]) { possible }',
    who: everyone,
  },
  'Mutation.addToBasket': {
    call: 'addToBasket(lines: [{ resourceId: "$machineA", use: on_site }]) { possible }',
    who: signedIn,
  },
  'Mutation.addPartToBasket': {
    call: 'addPartToBasket(part: { listingId: "$listingA", quantity: 1 }) { possible }',
    who: signedIn,
  },
  'Mutation.changeBasketLine': {
    call: 'changeBasketLine(id: "$basketLineA", line: { resourceId: "$machineA", use: on_site }) { possible }',
    who: '- +-- --- ---',
  },
  'Mutation.removeBasketLine': { call: 'removeBasketLine(id: "$basketLineA") { possible }', who: signedIn },
  'Mutation.setBasketPeriod': {
    call: 'setBasketPeriod(from: "2026-12-01T09:00:00Z", until: "2026-12-01T10:00:00Z") { possible }',
    who: signedIn,
  },
  'Mutation.submitBasket': {
    call: 'submitBasket(input: { whole: true, termsAccepted: true, idempotencyKey: "$key" }) { id }',
    who: signedIn,
  },
  'Query.previewSeries': {
    call: 'previewSeries(first: { resourceId: "$machineA", from: "2026-12-01T09:00:00Z", until: "2026-12-01T10:00:00Z", use: on_site }, recurrence: { every: week, times: 2 }) { state }',
    who: everyone,
  },
  'Mutation.requestSeries': {
    call: 'requestSeries(input: { resourceId: "$machineA", use: on_site, occurrences: [{ from: "2026-12-01T09:00:00Z", until: "2026-12-01T10:00:00Z" }], skipTaken: false, termsAccepted: true, idempotencyKey: "$key" }) { id }',
    who: signedIn,
  },
  'Query.loanGroup': { call: 'loanGroup(id: "$groupA") { id }', who: '- -+- ++- --+' },
  'Mutation.moveLoans accept': { call: 'moveLoans(groupId: "$groupA", move: accept) { id }', who: '- --- ++- ---' },
  'Mutation.moveLoans': { call: 'moveLoans(groupId: "$groupA", move: cancel) { id }', who: '- -+- --- ---' },
  'Mutation.issueAccreditation': {
    call: 'issueAccreditation(input: { workshopId: "$workshopA", personId: "$borrowerA", name: "Laser" }) { id }',
    who: '- --- -+- --+',
  },
  'Query.trainingPolicy': {
    call: 'trainingPolicy(workshopId: "$workshopA") { lasting { skill } }',
    who: '- --- -+- --+',
  },
  'Mutation.settleTrainingPolicy': {
    call: 'settleTrainingPolicy(input: { workshopId: "$workshopA", lasting: [], recognised: [], ignored: [] }) { lasting { skill } }',
    who: '- --- -+- --+',
  },
  'Mutation.revokeAccreditation': { call: 'revokeAccreditation(id: "$accreditationA") { id }', who: '- --- -+- --+' },
  'Query.equipment': { call: 'equipment(id: "$machineA") { id }', who: everyone },
  'Query.equipment draft': { call: 'equipment(id: "$draftMachineA") { id }', who: '- --- ++- --+' },
  'Query.equipmentOf': { call: 'equipmentOf(workshopId: "$workshopA") { totalCount }', who: everyone },
  'Query.searchEquipment': { call: 'searchEquipment { totalCount }', who: everyone },
  'Query.equipmentCount': { call: 'equipmentCount(filter: {})', who: everyone },
  'Query.savedSearches': { call: 'savedSearches { totalCount }', who: signedIn },
  'Query.savedSearch': { call: 'savedSearch(id: "$savedSearchA") { id }', who: '- -+- --- ---' },
  'Query.unmetDemand': { call: 'unmetDemand(networkCode: "$networkCode") { totalCount }', who: '- --- --- +++' },
  'Mutation.saveSearch': {
    call: 'saveSearch(input: { name: "S", filter: { text: "laser" }, idempotencyKey: "$key" }) { id }',
    who: signedIn,
  },
  'Mutation.updateSavedSearch': {
    call: 'updateSavedSearch(id: "$savedSearchA", input: { name: "T" }) { id }',
    who: '- -+- --- ---',
  },
  'Mutation.removeSavedSearch': { call: 'removeSavedSearch(id: "$savedSearchA")', who: '- -+- --- ---' },
  'Query.machineModels': { call: 'machineModels(search: "epilog") { id }', who: everyone },
  'Query.machineModel': { call: 'machineModel(id: "none") { id }', who: everyone },
  'Mutation.createEquipment': {
    call: `createEquipment(input: { workshopId: "$workshopA", name: "L", processes: [], use: on_site, buffers: {}, ${terms}, idempotencyKey: "$key" }) { id }`,
    who: '- --- -+- --+',
  },
  'Mutation.updateEquipment': {
    call: `updateEquipment(id: "$machineA", input: { name: "L", processes: [], use: on_site, buffers: {}, ${terms} }) { id }`,
    who: '- --- -+- --+',
  },
  'Mutation.publishEquipment': { call: 'publishEquipment(id: "$draftMachineA") { id }', who: '- --- -+- --+' },
  'Mutation.retireEquipment': { call: 'retireEquipment(id: "$draftMachineA") { id }', who: '- --- -+- --+' },
  'Query.trainers': { call: 'trainers { totalCount }', who: everyone },
  'Mutation.createTrainer': {
    call: `createTrainer(input: { workshopId: "$workshopA", name: "T", email: "$managerEmailA", ${taught}, ${terms}, idempotencyKey: "$key" }) { id }`,
    who: '- --- -+- --+',
  },
  'Mutation.updateTrainer': {
    call: `updateTrainer(id: "$trainerA", input: { name: "T", ${taught}, ${terms} }) { id }`,
    who: '- --- -+- --+',
  },
  'Mutation.publishTrainer': { call: 'publishTrainer(id: "$trainerA") { id }', who: '- --- -+- --+' },
  'Mutation.retireTrainer': { call: 'retireTrainer(id: "$trainerA") { id }', who: '- --- -+- --+' },
  'Mutation.addUnits': {
    call: 'addUnits(input: { resourceId: "$machineA", idempotencyKey: "$key" }) { id }',
    who: '- --- -+- --+',
  },
  'Mutation.updateUnit': {
    call: 'updateUnit(id: "$machineA", unitId: "$unitA", input: { shelf: "Salle 2" }) { id }',
    who: '- --- -+- --+',
  },
  'Mutation.removeUnit': { call: 'removeUnit(id: "$machineA", unitId: "$unitA") { id }', who: '- --- -+- --+' },
  'Mutation.setOutOfService': {
    call: 'setOutOfService(input: { resourceId: "$machineA", unitId: "$unitA", from: "2027-02-01T09:00:00Z", until: "2027-02-02T09:00:00Z", idempotencyKey: "$key" }) { id }',
    who: '- --- -+- --+',
  },
  'Mutation.cancelOutOfService': { call: 'cancelOutOfService(outageId: "$outageA") { id }', who: '- --- -+- --+' },
  'Mutation.openUpload': {
    call: 'openUpload(input: { purpose: equipment_photo, subjectId: "$machineA", bytes: 9 }) { id }',
    who: '- --- -+- --+',
  },
  'Mutation.openUpload equipment_document': {
    call: 'openUpload(input: { purpose: equipment_document, subjectId: "$machineA", bytes: 9 }) { id }',
    who: '- --- -+- --+',
  },
  'Mutation.openUpload workshop_photo': {
    call: 'openUpload(input: { purpose: workshop_photo, subjectId: "$workshopA", bytes: 9 }) { id }',
    who: '- --- -+- --+',
  },
  'Mutation.openUpload hand_over_photo': {
    call: 'openUpload(input: { purpose: hand_over_photo, subjectId: "$loanA", bytes: 9 }) { id }',
    who: '- -+- ++- --+',
  },
  'Mutation.openUpload take_back_photo': {
    call: 'openUpload(input: { purpose: take_back_photo, subjectId: "$loanA", bytes: 9 }) { id }',
    who: '- -+- ++- --+',
  },
  'Mutation.openUpload request_file': {
    call: 'openUpload(input: { purpose: request_file, subjectId: "$requestA", bytes: 9 }) { id }',
    who: '- -+- --- ---',
  },
  'Mutation.openDownload': { call: 'openDownload(fileId: "$drawingA")', who: '- -+- ++- ---' },
  'Mutation.openDownload of what is open to everyone': { call: 'openDownload(fileId: "$photoA")', who: signedIn },
  'Mutation.removeFile': { call: 'removeFile(fileId: "$photoA")', who: '- --- -+- --+' },
  'Mutation.removeFile request_file': { call: 'removeFile(fileId: "$drawingA")', who: '- -+- --- ---' },
  'Mutation.promiseSecrecy': { call: 'promiseSecrecy(offerId: "$offerA", version: 1) { id }', who: '- --- ++- ---' },
  'Query.myFeeds': { call: 'myFeeds { id }', who: signedIn },
  'Mutation.renewFeed': { call: 'renewFeed(scope: workshop, subjectId: "$workshopA") { url }', who: '- --- ++- ---' },
  'Mutation.renewFeed own': { call: 'renewFeed(scope: person) { url }', who: signedIn },
  'Mutation.renewFeed draft': {
    call: 'renewFeed(scope: equipment, subjectId: "$draftMachineA") { url }',
    who: '- --- ++- --+',
  },
  'Mutation.revokeFeed': { call: 'revokeFeed(id: "$feedOfMemberA")', who: '- --- +-- ---' },
  'Query.externalCalendars': { call: 'externalCalendars(workshopId: "$workshopA") { id }', who: '- --- ++- --+' },
  'Mutation.addExternalCalendar': {
    call: 'addExternalCalendar(input: { workshopId: "$workshopA", name: "A", text: "$ics", idempotencyKey: "$key" }) { id }',
    who: '- --- -+- --+',
  },
  'Mutation.readExternalCalendar': { call: 'readExternalCalendar(id: "$calendarA") { id }', who: '- --- -+- --+' },
  'Mutation.removeExternalCalendar': { call: 'removeExternalCalendar(id: "$calendarA")', who: '- --- -+- --+' },
  'Query.scan': { call: 'scan(code: "$unitA") { resourceId }', who: signedIn },
  'Query.scan loan': { call: 'scan(code: "$loanCodeA") { loanId }', who: '- -+- ++- --+' },
  'Query.unitLabels': { call: 'unitLabels(workshopId: "$workshopA") { code }', who: '- --- ++- --+' },
  'Query.listings': { call: 'listings { totalCount }', who: everyone },
  'Query.listing': { call: 'listing(id: "$listingA") { id }', who: everyone },
  'Query.listing draft': { call: 'listing(id: "$draftListingA") { id }', who: '- --- ++- --+' },
  'Mutation.createListing': {
    call: 'createListing(input: { kind: material, workshopId: "$workshopA", name: "Chutes", measure: kg, quantity: 2, published: false, idempotencyKey: "$key" }) { id }',
    who: '- --- -+- --+',
  },
  'Mutation.updateListing': {
    call: 'updateListing(id: "$draftListingA", input: { name: "Chutes", measure: kg, quantity: 3 }) { id }',
    who: '- --- -+- --+',
  },
  'Mutation.moveListing': { call: 'moveListing(id: "$listingA", move: close) { id }', who: '- --- -+- --+' },
  'Query.listing draft of a network': {
    call: 'listing(id: "$draftOfNetwork") { id }',
    who: '- --- --- +++',
  },
  'Mutation.createListing of a network': {
    call: 'createListing(input: { kind: job, workshopId: "$workshopA", networkId: "$networkId", name: "Poste", measure: percent, quantity: 100, published: false, idempotencyKey: "$key" }) { id }',
    who: '- --- --- -++',
  },
  'Mutation.updateListing of a network': {
    call: 'updateListing(id: "$draftOfNetwork", input: { name: "Poste", measure: percent, quantity: 100 }) { id }',
    who: '- --- --- -++',
  },
  'Mutation.moveListing of a network': {
    call: 'moveListing(id: "$draftOfNetwork", move: publish) { id }',
    who: '- --- --- -++',
  },
  'Query.networkDesk': {
    call: 'networkDesk(networkId: "$networkId") { applications { id } interviews { id } }',
    who: '- --- --- ++-',
  },
  'Query.claim': { call: 'claim(id: "$claimA") { id }', who: '- -+- ++- --+' },
  'Query.purchaseShare': { call: 'purchaseShare(listingId: "$purchaseA", quantity: 2) { shareCents }', who: signedIn },
  'Mutation.noteDelivery': {
    call: 'noteDelivery(input: { listingId: "$purchaseA", quantity: 1, idempotencyKey: "$key" }) { id }',
    who: '- --- -+- --+',
  },
  'Query.need': { call: 'need(id: "$needA") { id }', who: signedIn },
  'Query.needs': { call: 'needs(near: "41000", materialId: "plywood") { totalCount }', who: signedIn },
  'Query.myNeeds': { call: 'myNeeds { totalCount }', who: signedIn },
  'Query.lotsFor': { call: 'lotsFor(id: "$needA") { totalCount }', who: '- -+- --- --+' },
  'Query.needsFor': { call: 'needsFor(id: "$listingA") { totalCount }', who: '- --- ++- --+' },
  'Mutation.postNeed': {
    call: 'postNeed(input: { materialId: "pla", measure: kg, place: "41000", until: "2027-01-15T00:00:00Z", idempotencyKey: "$key" }) { id }',
    who: signedIn,
  },
  'Mutation.moveNeed': { call: 'moveNeed(id: "$needA", move: meet) { id }', who: '- -+- --- ---' },
  'Mutation.answerNeed': {
    call: 'answerNeed(input: { needId: "$needA", note: "Venez.", idempotencyKey: "$key" }) { id }',
    who: '- --- +++ ---',
  },
  'Query.materialReuse': {
    call: 'materialReuse(scope: workshop, id: "$workshopA") { kg }',
    who: '- --- ++- --+',
  },
  'Query.balance': {
    call: 'balance(workshopId: "$workshopA", from: "2026-01-01", until: "2026-12-31") { inCents }',
    who: '- --- -+- -++',
  },
  'Query.materialReuse of a network': {
    call: 'materialReuse(scope: network, id: "$networkId") { kg }',
    who: '- --- --- +++',
  },
  'Query.myClaims': { call: 'myClaims(side: owner) { totalCount }', who: signedIn },
  'Query.claimsOf': { call: 'claimsOf(listingId: "$listingA") { totalCount }', who: signedIn },
  'Mutation.requestClaim': {
    call: 'requestClaim(input: { listingId: "$listingA", quantity: 1, idempotencyKey: "$key" }) { id }',
    who: signedIn,
  },
  'Mutation.requestClaim of a draft': {
    call: 'requestClaim(input: { listingId: "$draftListingA", quantity: 1, idempotencyKey: "$key" }) { id }',
    who: '- --- --- ---',
  },
  'Mutation.moveClaim accept': { call: 'moveClaim(id: "$claimA", move: accept) { id }', who: '- --- ++- ---' },
  'Query.trainingPlan': { call: 'trainingPlan(networkCode: "$networkCode") { totalCount }', who: '- --- --- +++' },
  'Query.myTrainingWishes': { call: 'myTrainingWishes { totalCount }', who: signedIn },
  'Mutation.wishTraining': { call: 'wishTraining(name: "Laser niveau 1", place: "Blois") { id }', who: signedIn },
  'Mutation.dropTrainingWish': { call: 'dropTrainingWish(id: "$wishOfMemberA")', who: '- --- +-- ---' },
  'Query.trainingShares': { call: 'trainingShares(listingId: "$sessionA") { costCents }', who: signedIn },
  'Query.sessionSeats': { call: 'sessionSeats(listingId: "$sessionA") { claimId }', who: '- --- ++- ---' },
  'Mutation.markSeats': {
    call: 'markSeats(listingId: "$begunA", marks: [{ claimId: "$seatA", number: 1, mark: present }]) { mark }',
    who: '- --- ++- ---',
  },
  'Mutation.nameAttendees': {
    call: 'nameAttendees(claimId: "$claimA", attendees: []) { attendees }',
    who: '- -+- --- ---',
  },
  'Mutation.moveClaim': { call: 'moveClaim(id: "$claimA", move: cancel) { id }', who: '- -+- --- ---' },
  'Query.listing job': {
    call: 'listing(id: "$jobA") { swaps { id } application { id } applicationCount }',
    who: everyone,
  },
  'Query.application': { call: 'application(id: "$applicationA") { id }', who: '- +-- +++ ---' },
  'Query.applications': { call: 'applications(listingId: "$jobA") { totalCount }', who: '- --- +++ ---' },
  'Query.applications of a network': {
    call: 'applications(listingId: "$draftOfNetwork") { totalCount }',
    who: '- --- --- ++-',
  },
  'Query.myApplications': { call: 'myApplications { totalCount }', who: signedIn },
  'Mutation.apply': {
    call: 'apply(input: { listingId: "$jobA", message: "Bonjour", idempotencyKey: "$key" }) { id }',
    who: signedIn,
  },
  'Mutation.moveApplication': {
    call: 'moveApplication(id: "$applicationA", move: hire) { id }',
    who: '- --- +++ ---',
  },
  'Mutation.moveApplication withdraw': {
    call: 'moveApplication(id: "$applicationA", move: withdraw) { id }',
    who: '- +-- --- ---',
  },
  'Mutation.proposeInterview': {
    call: 'proposeInterview(input: { id: "$applicationA", slots: ["$slotA"] }) { id }',
    who: '- --- +++ ---',
  },
  'Mutation.chooseInterview': {
    call: 'chooseInterview(id: "$applicationA", slot: "$slotA") { id }',
    who: '- +-- --- ---',
  },
  'Mutation.noteApplication': {
    call: 'noteApplication(id: "$applicationA", text: "Bien") { id }',
    who: '- --- +++ ---',
  },
  'Mutation.askSwap': {
    call: 'askSwap(input: { listingId: "$jobA", otherId: "$workshopB", give: mon_am, take: wed_am, idempotencyKey: "$key" }) { id }',
    who: '- --- +++ ---',
  },
  'Mutation.moveSwap': { call: 'moveSwap(id: "$swapA", move: agree) { id }', who: '- --- --+ ---' },
  'Mutation.moveSwap take_back': { call: 'moveSwap(id: "$swapA", move: take_back) { id }', who: '- --- ++- ---' },
  'Subscription.happened': { call: 'happened { id }', who: signedIn },
};
