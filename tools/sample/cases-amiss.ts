import { earlyHelp, inAssessment, inNeed, inNeedWithCover, protectedChild, type Case } from "./kinds.ts";

/** Cases on which rules are broken on 30 November 2024: between them, every rule that a row can break. */
export const CASES_AMISS: readonly Case[] = [
  // Nobody leads, and so nobody has asked the child: LP-01, LP-19, LP-20.
  inNeed(
    { ref: "KC-106233", family: "F-5410", team: "Dover", lead: "Owen Ragstone", from: "2024-11-18", supervised: "" },
    {
      lead: "Duty",
      leadRole: "",
      leadFrom: "",
      agreedOn: "",
      decidedBy: "",
      supervisedBy: "",
      wishesOn: "",
      advocateOfferedOn: "",
      initialMeetingOn: "2024-12-11",
      initialMeetingChair: "",
      agenciesInvited: "",
      agenciesAttended: "",
      reportsReceived: "",
    },
  ),
  // A child who moved between districts is on both lists: LP-02.
  inNeedWithCover(
    {
      ref: "KC-104390",
      family: "F-5126",
      team: "Thanet",
      lead: "Amara Oasthouse",
      from: "2024-10-21",
      supervised: "2024-11-12",
    },
    "Priya Chalkdown",
  ),
  inNeed({
    ref: "KC-104390",
    family: "F-5126",
    team: "Ashford",
    lead: "Owen Ragstone",
    from: "2024-11-11",
    supervised: "2024-11-21",
  }),
  // Stepped up to a child protection plan, the lead not changed, and a concern not reviewed: LP-03, LP-28.
  protectedChild(
    {
      ref: "KC-104127",
      family: "F-5090",
      team: "Dover",
      lead: "Tomasz Shingle",
      from: "2024-10-07",
      supervised: "2024-11-20",
    },
    "Child protection",
    { statusFrom: "2024-11-21", cover: "Owen Ragstone", concernOn: "2024-11-26" },
  ),
  // A youth worker leads child in need work, which the trial does not offer: LP-04.
  inNeedWithCover(
    {
      ref: "KC-105866",
      family: "F-5347",
      team: "North Adolescent Services",
      lead: "Femi Lighthouse",
      from: "2024-11-04",
      supervised: "2024-11-18",
    },
    "Priya Chalkdown",
    { mostContact: "Early help" },
  ),
  // Helping out in a team outside the trial, allocated in a hurry: LP-05, LP-11, LP-12.
  inNeedWithCover(
    {
      ref: "KC-105931",
      family: "F-5358",
      team: "Maidstone",
      lead: "Leila Samphire",
      from: "2024-11-13",
      supervised: "2024-11-27",
    },
    "Hannah Saltmarsh",
    { agreedOn: "", decidedBy: "", agenciesAsked: "No" },
  ),
  // Led since before the trial and never confirmed: LP-06, LP-10, LP-15.
  inNeedWithCover(
    {
      ref: "KC-103804",
      family: "F-4988",
      team: "Gravesend",
      lead: "Leila Samphire",
      from: "2024-08-19",
      supervised: "2024-11-22",
    },
    "Daniel Windmill",
  ),
  // An assistant leads while the assessment is open, and nobody noted who supervised: LP-07, LP-14.
  inAssessment(
    {
      ref: "KC-106044",
      family: "F-5377",
      team: "Thanet",
      lead: "Amara Oasthouse",
      from: "2024-11-06",
      supervised: "2024-11-21",
    },
    { complexity: 1, cover: "Priya Chalkdown", supervisedBy: "" },
  ),
  // The overseer left, and supervision stopped: LP-08, LP-13.
  inNeedWithCover(
    {
      ref: "KC-104099",
      family: "F-5084",
      team: "Dover",
      lead: "Tomasz Shingle",
      from: "2024-10-07",
      supervised: "2024-10-15",
    },
    "Owen Ragstone",
    { overseer: "" },
  ),
  // A newcomer with one case too many, one of them too complex, the training missed: LP-09, LP-18, LP-25.
  inNeedWithCover(
    {
      ref: "KC-105990",
      family: "F-5366",
      team: "Tonbridge and Malling",
      lead: "Yusuf Bluebell",
      from: "2024-11-11",
      supervised: "2024-11-26",
    },
    "Hannah Saltmarsh",
    { complexity: 2 },
  ),
  inNeedWithCover(
    {
      ref: "KC-106008",
      family: "F-5369",
      team: "Tonbridge and Malling",
      lead: "Yusuf Bluebell",
      from: "2024-11-13",
      supervised: "2024-11-26",
    },
    "Hannah Saltmarsh",
  ),
  // The lead chaired, an agency stayed away, and a partner's action waits: LP-16, LP-17, LP-27.
  inNeedWithCover(
    {
      ref: "KC-104345",
      family: "F-5119",
      team: "Gravesend",
      lead: "Leila Samphire",
      from: "2024-10-14",
      supervised: "2024-11-22",
    },
    "Daniel Windmill",
    { initialMeetingChair: "Leila Samphire", agenciesInvited: 5, reportsReceived: 1, partnerActionDue: "2024-11-08" },
  ),
  // School knows the child best, the papers are over a year old, and that was accepted until mid November: LP-21, LP-22, LP-23, LP-38.
  earlyHelp(
    {
      ref: "KC-102655",
      family: "F-4744",
      team: "Sevenoaks",
      lead: "Chloe Hopgarden",
      from: "2024-06-17",
      supervised: "2024-11-14",
    },
    "Daniel Windmill",
    {
      assessmentOn: "2023-10-16",
      sharingOn: "2023-10-16",
      mostContact: "Education",
      accepted: "LP-21, LP-22",
      acceptedBy: "Marcus Skylark",
      acceptedUntil: "2024-11-15",
    },
  ),
  // A teacher leads without cover and without time set aside: LP-24, LP-26.
  earlyHelp(
    {
      ref: "KC-105722",
      family: "F-5322",
      team: "Dover",
      lead: "Ingrid Orchard",
      from: "2024-10-09",
      supervised: "2024-11-20",
    },
    "Owen Ragstone",
    { cover: "", mostContact: "Education" },
  ),
  // Newly qualified, alone with a child in care, and the registration not renewed yet: LP-35, LP-36.
  protectedChild(
    {
      ref: "KC-105944",
      family: "F-5361",
      team: "Ashford",
      lead: "Isla Causeway",
      from: "2024-11-04",
      supervised: "2024-11-25",
    },
    "Looked after",
  ),
  // A status and a date that nobody can read: LP-31, LP-32.
  inNeed(
    {
      ref: "KC-105054",
      family: "F-5225",
      team: "Tonbridge and Malling",
      lead: "Hannah Saltmarsh",
      from: "2024-09-12",
      supervised: "2024-11-25",
    },
    { status: "Stepping down", assessmentOn: "31/09/2024" },
  ),
  // A lead who is not on the register yet, and a name where the ref should be: LP-33, LP-34.
  inNeed(
    {
      ref: "ANN EXAMPLE",
      family: "F-5415",
      team: "Ashford",
      lead: "Owen Ragstone",
      from: "2024-11-18",
      supervised: "2024-11-28",
    },
    {
      lead: "Robin Newstarter",
      leadRole: "Agency Social Worker",
      initialMeetingOn: "2024-12-09",
      initialMeetingChair: "",
      agenciesInvited: "",
      agenciesAttended: "",
      reportsReceived: "",
    },
  ),
];
