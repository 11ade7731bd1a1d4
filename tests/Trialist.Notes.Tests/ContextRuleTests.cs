namespace Trialist.Notes.Tests;

/// <summary>The context rules, a sentence a row: the term, and what the words around it make of it. <c>*</c> marks the term.</summary>
public sealed class ContextRuleTests
{
    [Theory]
    [MemberData(nameof(Rows))]
    public void Sentence_SaysOfItsTerm(string sentence, string expected)
    {
        var start = sentence.IndexOf('*', StringComparison.Ordinal);
        var end = sentence.LastIndexOf('*');
        var note = sentence.Replace("*", "", StringComparison.Ordinal);
        var term = new TextSpan(start, end - 1);
        var facts = NoteReader.Default.Read(note).Facts;
        var found = facts.FirstOrDefault(fact => fact.Span == term) ?? facts.FirstOrDefault(fact => fact.Span.Overlaps(term));

        Assert.Equal(expected, found is null ? "nothing" : Describe(found.Fact));
    }

    // "absent", "past", "present", "active" …, then the relative, "allergy" for an allergy.
    private static string Describe(Fact fact)
    {
        var words = new List<string>();
        if (fact.Type == LeafType.Allergy)
        {
            words.Add("allergy");
        }

        words.Add(fact.Presence != Presence.Present ? fact.Presence.ToString() : fact.Status == FactStatus.Unstated ? "present" : fact.Status.ToString());
        if (fact.Presence == Presence.Absent && fact.Qualifiers.Any(one => one is { Kind: QualifierKind.Status, Value: "active" }))
        {
            words.Add("now");
        }

        foreach (var qualifier in fact.Qualifiers)
        {
            if (qualifier.Kind == QualifierKind.Subject)
            {
                words.Add(qualifier.Value);
            }
        }

        return string.Join(' ', words).ToLowerInvariant();
    }

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != '#')
            {
                var cells = line.Split('|');
                rows.Add(cells[0].Trim(), cells[1].Trim());
            }
        }

        return rows;
    }

    private const string Table = """
        # so many doses were given: that does not say that they still are
        This was followed by *irinotecan* weekly x4. | present
        Then *irinotecan* weekly x 4 with bevacizumab every 2 weeks. | present
        *Irinotecan* weekly. | active
        # whose it is
        Her husband *smokes* a pack a day. | nothing
        His wife is *pregnant*. | active wife
        Her husband has *asthma*. | present husband
        Her husband reports that she has *asthma*. | active
        # what may happen
        If he develops *fever*, start antibiotics. | uncertain
        If she develops fever, start *antibiotics*. | uncertain
        Not known to have *HIV*. | uncertain
        Screening *colonoscopy* is due. | planned
        # now, not ever
        He is not on *anticoagulation*. | absent now
        He has never been on *anticoagulation*. | absent
        # that it is over outweighs how it was taken
        Hyperkalemia on *spironolactone* in the past. | past
        *Prednisone* 5 mg daily, stopped for rash. | past
        Takes *prednisone*, stopped warfarin. | active
        Started *insulin* and stopped metformin. | active
        *Multiple myeloma* IgG kappa. | present
        *Hepatitis B* IgG. | uncertain
        # vaccinated against it, spoken of, not done
        *Hep B* vaccinated. | uncertain
        *Deep brain stimulation* was discussed but not performed. | uncertain
        # a sign as an answer
        Allergic rhinitis +, *asthma* -, food allergy +. | absent
        Past history: *asthma* - well controlled. | present
        *Dupilumab*-naive. | absent
        # a denial of one kind is none of every kind
        Denies headache, RUQ *pain*. | uncertain
        Denies *pain*. | absent
        Denies ANY *pain*. | absent
        He was started on *insulin* three days ago. | active
        Allergic to penicillin (*rash*). | past
        *HBV* immune. | uncertain
        *Serous ovarian carcinoma*, BRCA neg. | present
        *HIV*, HBsAg neg. | absent
        Her father, who has diabetes, had a *stroke*. | present father
        Completed carboplatin on 14 August 2025, *cisplatin*-sensitive relapse. | past
        No *medication* overuse. | nothing
        No *medications* at home. | absent
        A man with *type 2 diabetes* since 2015. | active
        A man with *type 2 diabetes* diagnosed in 2015. | present
        # as patients write
        I don't have *diabetes*. | absent
        I don’t have *diabetes*. | absent
        I do not have *diabetes* or HIV. | absent
        I haven't had *chemotherapy*. | absent
        I have never had *cancer*. | absent
        I don't *smoke*. | absent
        I'm not taking *warfarin*. | absent now
        I have *diabetes*. | active
        My sister has MS. I'm not *pregnant*. | absent
        On *denosumab* q6mo (last dose 06/2026). | active
        *HIV* NR. | uncertain
        *HBV* core Ab positive. | uncertain
        She never developed *arthritis*. | absent
        Not currently *sexually active*. | absent now
        *Cancer* has been excluded. | absent
        Started *ibrutinib* 420 mg 2024-02-01, switched to zanubrutinib. | past
        Started ibrutinib, switched to *zanubrutinib*. | active
        +HTN. -*CAD*. | absent
        Past history: -*CAD* | present
        *Multiple sclerosis*, 2 relapses in the past year. | present
        She wants to become *pregnant* next year. | nothing
        FH negative for *asthma*. | absent relative
        FH of *asthma*. | present relative
        Mom denies *fever*. | absent
        On *hydrochlorothiazide* (stopped on admission). | past
        Asthma, no other *lung disease*. | uncertain
        # Where a denial ends
        No HIV, hepatitis B or C, *asthma* well controlled on albuterol. | uncertain
        No fever, or chills, or *cough*. | absent
        She has no allergies, lives alone, *smokes* 10 cigarettes a day. | active
        He has no children, works as a teacher, has *diabetes*. | active
        No family history of breast cancer, has *hypothyroidism*. | active
        Denies chest pain, nausea, vomiting or *diarrhea*. | absent
        No chemotherapy for *arthritis*. | uncertain
        No diuretic (*arthritis* last year). | uncertain
        Denies headache, nausea on *MRI*. | active
        # Tested
        *HIV* negative. | absent
        *HIV* neg. No fever. | absent
        *HIV*: non-reactive. | absent
        *HIV*-, HBV-. | absent
        *HIV* (-). | absent
        Living with *HIV*-1 since 2008. | active
        *HIV*, hepatitis B surface antigen and hepatitis C antibody negative. | absent
        Hepatitis B and *C* negative. | absent
        *Hep B*/C neg. | absent
        *EGFR exon 19 deletion*, ALK negative. | present
        T790M negative, *MET amplification* detected. | present
        *Drug screen* negative. | present
        No *chemotherapy* for metastatic cancer. | uncertain
        Negative history: no *arthritis*, no gout. | absent
        She has not received any *prednisone*. | absent
        Inadequate response to *adalimumab*. | past
        # A denial of a time only
        No *prednisone* in the last 4 weeks. | absent now
        *Prednisone* within 2 weeks: no | absent now
        In the past year no *arthritis*. | absent now
        No *arthritis*; gout in the past year. | absent
        No *arthritis* since. | absent now
        JC *virus* antibody positive. | uncertain
        *GBS* unknown. | uncertain
        Lives with wife, *nonsmoker*. | absent
        Works at night? No. *Caffeine* 2 cups daily. | present
        Prior infliximab, *vedolizumab* current. | active
        # A denial of today only
        No active *arthritis*. | absent now
        Not currently on *prednisone*. | absent now
        No recent *arthritis*. | uncertain
        # Smoked once
        45 *pack-year smoker*, quit 3 years ago. | past
        # Said plainly
        She has *arthritis*. | active
        *Arthritis* was seen. | present
        The patient presents with *arthritis*. | active
        Found to have *arthritis* on examination. | active
        Complains of *gastritis* and nausea. | active
        Complains of headache and *bronchitis*. | active
        Consistent with *arthritis*. | present
        Positive for *arthritis*. | present
        # Denied
        No *arthritis*. | absent
        He denies *arthritis*. | absent
        Patient denied any *arthritis*. | absent
        Denies bronchitis, gastritis or *arthritis*. | absent
        Denies bronchitis, gastritis, and *arthritis*. | absent
        Without *arthritis*. | absent
        Negative for *arthritis*. | absent
        No evidence of *arthritis*. | absent
        No history of *arthritis*. | absent
        There is no *arthritis* or bronchitis. | absent
        There is no bronchitis or *arthritis*. | absent
        No signs of *arthritis* were found. | absent
        Absence of *arthritis*. | absent
        Free of *arthritis*. | absent
        She never had *arthritis*. | absent
        He does not have *arthritis*. | absent
        He did not have *arthritis*. | absent
        She has no known *arthritis*. | absent
        Neither bronchitis nor *arthritis*. | absent
        Lack of *arthritis*. | absent
        CT did not show *arthritis*. | absent
        X-ray failed to reveal *arthritis*. | absent
        *Arthritis* was ruled out. | absent
        *Arthritis* is absent. | absent
        *Arthritis*: none. | absent
        *Arthritis*: denied. | absent
        *Arthritis* was not present. | absent
        *Arthritis* not seen. | absent
        Bronchitis and *arthritis* were excluded. | absent
        The test for *arthritis* was negative. | uncertain
        w/o *arthritis* | absent
        No prior *arthritis*. | absent
        Denies that she has had *arthritis*. | absent
        # Not denied, though a word of denial stands near
        No bronchitis but *arthritis*. | present
        No bronchitis; *arthritis* in both knees. | present
        Denies bronchitis but reports *arthritis*. | active
        He has no bronchitis, however he has *arthritis*. | active
        No bronchitis. *Arthritis* in both knees. | present
        No bronchitis except *arthritis*. | present
        No change in *arthritis*. | present
        Not only *arthritis*. | present
        *Arthritis* (no bronchitis). | present
        Bronchitis (no residual), *arthritis*. | present
        No bronchitis who has *arthritis*. | active
        The *arthritis* did not respond. | present
        *Arthritis* not controlled. | present
        No improvement of *arthritis*. | present
        Without relief of *arthritis*. | present
        # Left open
        Possible *arthritis*. | uncertain
        Probable *arthritis*. | uncertain
        Suspected *arthritis*. | uncertain
        Suspicion of *arthritis*. | uncertain
        Concern for *arthritis*. | uncertain
        May have *arthritis*. | uncertain
        ? *arthritis* | uncertain
        r/o *arthritis* | uncertain
        Rule out *arthritis*. | uncertain
        Cannot exclude *arthritis*. | uncertain
        *Arthritis* is suspected. | uncertain
        *Arthritis* is possible. | uncertain
        *Arthritis* cannot be excluded. | uncertain
        Bronchitis versus *arthritis*. | uncertain
        Likely *arthritis*. | uncertain
        Questionable *arthritis*. | uncertain
        Differential diagnosis includes *arthritis*. | uncertain
        Presumed *arthritis*. | uncertain
        Thought to have *arthritis*. | uncertain
        Suggestive of *arthritis*. | uncertain
        Evaluate for *arthritis*. | uncertain
        # Named only as something that may come
        Return if *arthritis* occurs. | uncertain
        At risk for *arthritis*. | uncertain
        Risk of *arthritis*. | uncertain
        No risk of *arthritis*. | uncertain
        Prophylaxis for *arthritis*. | uncertain
        Screening for *arthritis*. | uncertain
        Exposure to *hepatitis*. | uncertain
        Vaccinated against *hepatitis*. | uncertain
        *Bronchitis* vaccine was given. | uncertain
        Educated about *arthritis*. | uncertain
        No current *arthritis*. | absent now
        No active *arthritis*. | absent now
        # Of a relative
        His mother had *arthritis*. | present mother
        Her father died of *arthritis*. | present father
        Family history of *arthritis*. | present relative
        Family history: *arthritis* | present relative
        FH: bronchitis, *arthritis* | present relative
        Brother with *arthritis*. | present brother
        Paternal aunt had *arthritis*. | present paternal aunt
        Maternal grandmother with *arthritis* | present maternal grandmother
        No family history of *arthritis*. | absent relative
        Her sister has *arthritis*. | active sister
        *Arthritis* in his father. | present relative
        # Not of a relative, though one is named
        His mother reports *arthritis*. | present
        Parents report *arthritis*. | present
        Brought in by her mother with *arthritis*. | present
        His mother had bronchitis but he has *arthritis*. | active
        Lives with his wife. Has *arthritis*. | active
        # Past
        History of *arthritis*. | present
        h/o *arthritis* | present
        PMH of *arthritis*. | present
        Known *arthritis*. | present
        Previous *arthritis*. | past
        Prior *arthritis*. | past
        Remote history of *arthritis*. | past
        Childhood *arthritis*. | past
        *Arthritis* resolved. | past
        *Arthritis* has resolved. | past
        *Arthritis* in remission. | past
        *Arthritis* 5 years ago. | past
        *Arthritis* in the past. | past
        *Arthritis* as a child. | past
        Recovered from *arthritis*. | past
        Prior to admission he had *arthritis*. | present
        # Treatments and procedures
        s/p *radiotherapy* | past
        Status post *appendectomy*. | past
        Underwent *appendectomy*. | past
        *Appendectomy* was performed. | past
        *Appendectomy* 10 years ago. | past
        Scheduled for *appendectomy*. | planned
        Will undergo *appendectomy*. | planned
        *Appendectomy* is planned. | planned
        Referred for *appendectomy*. | planned
        Refused *appendectomy*. | planned
        No prior *chemotherapy*. | absent
        Never received *chemotherapy*. | absent
        Received *chemotherapy*. | past
        Completed *chemotherapy* last year. | past
        Treated with *prednisone*. | past
        On *prednisone*. | active
        She takes *prednisone* daily. | active
        Currently taking *prednisone*. | active
        Started on *prednisone*. | active
        Maintained on *prednisone*. | active
        Prescribed *prednisone*. | active
        *Prednisone* was stopped. | past
        *Prednisone* was discontinued. | past
        Stopped *prednisone*. | past
        Weaned off *prednisone*. | past
        Failed *methotrexate*. | past
        *Methotrexate* which he did not tolerate. | past
        Plan to start *methotrexate*. | planned
        Denies use of *prednisone*. | absent
        Not on *prednisone*. | absent now
        Not currently taking *prednisone*. | absent now
        Medications: aspirin, *prednisone* | active
        Meds: *prednisone* 5 mg daily | active
        # Allergies
        Allergies: *penicillin* | allergy present
        Allergic to *penicillin*. | allergy present
        Anaphylaxis to *penicillin*. | allergy present
        Not allergic to *penicillin*. | allergy absent
        Denies allergies to *penicillin*. | allergy absent
        *NKDA* | allergy absent
        *No known drug allergies*. | allergy absent
        # Behaviour
        He is a *smoker*. | active
        *Nonsmoker* | absent
        Never *smoked*. | absent
        *Former smoker*. | past
        He *quit smoking* 5 years ago. | past
        Denies *tobacco* use. | absent
        Does not *smoke*. | absent
        Denies *alcohol* use. | absent
        Off *alcohol* for a year. | past
        # Pregnancy
        She is *pregnant*. | active
        She is *not pregnant*. | absent
        28 *weeks pregnant*. | active
        *Pregnancy test was negative*. | absent
        She is *postmenopausal*. | absent
        *Breastfeeding* her son. | active
        Denies *pregnancy*. | absent
        Infertility and a *pregnancy* at age 26. | uncertain
        Remarkable for an *ectopic pregnancy*. | present
        *Postpartum* day 3. | past
        # Lists under headings
        Past medical history: bronchitis, *arthritis* | present
        Past surgical history: *appendectomy* | past
        Review of systems: no *arthritis* | absent
        Plan: *appendectomy* | planned
        """;
}
