package ticketing.staff;

/** What became of the wish to change a membership. */
sealed interface MemberChange {

    /** It is so, now or before. */
    record Done(Member member) implements MemberChange {}

    record UnknownMember() implements MemberChange {}

    /** Nobody would be left to look after the organization. */
    record LastOrganizer() implements MemberChange {}
}
