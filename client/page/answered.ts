/** By this the page that Microsoft comes back to says that an answer is there, before its window closes. */
export const ANSWERED = "LeadProfessional.answered";
