using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Facts that the cues know as a whole: sex, pregnancy, smoking, measurable disease.</content>
internal sealed partial class IslandParser
{
    private void ReadMatter(Item item)
    {
        if (item.Phrase!.Matters is [var one, var other])
        {
            // "alcohol or drug abuse" is two facts.
            var shared = qualifiers.ToList();
            AddMatter(item, one.Type, one.Name);
            qualifiers.AddRange(shared.FindAll(state => !qualifiers.Contains(state)));
            passed.AddRange(shared.ConvertAll(state => state.Span));
            link = Link.Or;
            AddMatter(item, other.Type, other.Name);
            at++;
            return;
        }

        var (type, name) = item.Phrase.Matters[0];
        if (type == LeafType.Consent)
        {
            ReadAction(item);
            return;
        }

        if (type == LeafType.Participation)
        {
            ReadParticipation(item);
            return;
        }

        if (pendingHead == Cue.Allergy && (!headUsed || link is Link.Or or Link.Comma or Link.And) && type is LeafType.Behaviour or LeafType.Condition)
        {
            Unread(at, at + 1, "This is nothing that an allergy is to.");
            at++;
            return;
        }

        at++;
        if (type == LeafType.Judgement)
        {
            sawJudgement = true;
            AddAdequate(item.Span);
            return;
        }

        if (type is LeafType.Age && IsGroupWord())
        {
            // "children with asthma": who, not how old exactly; the word stays as a leaf of its own.
        }

        passed.AddRange(qualifiers.ConvertAll(one => one.Span));
        FlushQualifiersInto(out var own);
        own.RemoveAll(one => type == LeafType.Pregnancy && one.Value is "active");
        var node = new Node
        {
            Span = item.Span,
            Type = type,
            Concept = lexicon.ByName(name) is { LeafType: { } known } entry && known == type ? entry.Concept : new Concept(name),
            When = type is LeafType.Condition or LeafType.Pregnancy or LeafType.Lactation or LeafType.Behaviour ? pendingWhen : null,
            IsGroup = name is "female" or "male" or "childbearing potential",
            IsAction = type == LeafType.Contraception && !exclusion && depth == 0,
        };
        node.Qualifiers.AddRange(own);
        node.Wording = MatterNamed(type, name, item.Span);
        MarkWomen(node);
        if (type is LeafType.Pregnancy or LeafType.Lactation && !(name == NegativeTest && !exclusion && depth == 0) && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Sex, Concept.Name: "female" })
        {
            // "women who are pregnant": the pregnancy says it.
            link = nodes[^1].Link;
            passed.Add(nodes[^1].Span);
            nodes.RemoveAt(nodes.Count - 1);
        }
        else if (type == LeafType.Age && name == "child" && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Lactation } && link == Link.Adjacent)
        {
            // "breast-feeding of infant"
            passed.Add(item.Span);
            return;
        }
        else if (type == LeafType.Sex && name == "female" && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Pregnancy or LeafType.Lactation } && link is Link.Adjacent)
        {
            passed.Add(item.Span);
            return;
        }

        Add(node);
        headUsed = true;
        ReadMeansBehind();
        ReadSampleBehind();
    }

    // "Females must have a negative pregnancy test": men have none, and are not asked.
    private const string NegativeTest = "negative pregnancy test";

    private void AddMatter(Item item, LeafType type, string name)
    {
        FlushQualifiersInto(out var own);
        var node = new Node { Span = item.Span, Type = type, Concept = lexicon.ByName(name)?.Concept ?? new Concept(name), Wording = type == LeafType.Participation ? StudyNamed(item.Span) : null, When = pendingWhen };
        node.Qualifiers.AddRange(own);
        Add(node);
        headUsed = true;
    }

    private bool IsGroupWord() => at < end && items[at].Is(Cue.Filler);
}
