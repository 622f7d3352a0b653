using System.Diagnostics;
using Concertation.Domain.PersonalData;
using Xunit.Abstractions;

namespace Concertation.Domain.Tests.PersonalData;

/// <summary>The guard on the labelled corpus: figures are printed, per kind and per file; the promise is asserted.</summary>
public sealed class PersonalDataCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Of_the_messages_that_identify_nearly_all_are_found_and_few_others()
    {
        var seen = LabelledMessage.All.Select(m => (m.Corpus, m.Message, Found: PersonalDataGuard.Find(m.Message.Text))).ToList();
        foreach (var file in seen.GroupBy(s => s.Corpus).Append(new Whole(seen)))
        {
            var (recall, precision) = Figures(file.Select(s => (s.Message.Identifies, s.Found.Count > 0)));
            output.WriteLine($"{file.Key,-12} {file.Count(),5} messages  recall {recall:P1}  precision {precision:P1}");
        }

        foreach (var kind in Enum.GetValues<PersonalDataKind>())
        {
            var labels = seen.SelectMany(s => s.Message.Labels.Where(l => l.Kind == NameOf(kind)).Select(l => Touches(s.Found, l))).ToList();
            var findings = seen.SelectMany(s => s.Found.Where(f => f.Kind == kind).Select(f => s.Message.Labels.Any(l => Touches([f], l)))).ToList();
            output.WriteLine($"{NameOf(kind),-12} {labels.Count,5} pieces    recall {Share(labels):P1}  precision {Share(findings):P1}");
        }

        var (found, right) = Figures(seen.Select(s => (s.Message.Identifies, s.Found.Count > 0)));
        found.ShouldBeGreaterThanOrEqualTo(0.98);
        right.ShouldBeGreaterThanOrEqualTo(0.95);
        seen.Count.ShouldBeGreaterThanOrEqualTo(400);
        Share(seen.Select(s => s.Message.Identifies).ToList()).ShouldBeInRange(0.4, 0.6);
    }

    [Fact]
    public void What_is_proposed_instead_identifies_nobody()
    {
        var identifying = LabelledMessage.All.Where(m => PersonalDataGuard.Find(m.Message.Text).Count > 0).ToList();
        var proposed = identifying.Select(m => NeutralWording.Of(m.Message.Text)).ToList();
        proposed.Where(p => p is not null && PersonalDataGuard.Find(p).Count > 0).ShouldBeEmpty();
        ((double)proposed.Count(p => p is not null) / identifying.Count).ShouldBeGreaterThan(0.98);
    }

    [Fact]
    public void The_time_a_message_takes_is_printed()
    {
        var texts = LabelledMessage.All.Select(m => m.Message.Text).ToList();
        texts.ForEach(t => PersonalDataGuard.Find(t));
        var watch = Stopwatch.StartNew();
        var found = texts.Sum(t => PersonalDataGuard.Find(t).Count);
        output.WriteLine($"{watch.Elapsed.TotalMilliseconds / texts.Count:F3} ms per message, {texts.Average(t => t.Length):F0} characters on average");
        found.ShouldBeGreaterThan(0);
    }

    private static (double Recall, double Precision) Figures(IEnumerable<(bool Identifies, bool Found)> messages)
    {
        var all = messages.ToList();
        return (Share(all.Where(m => m.Identifies).Select(m => m.Found).ToList()), Share(all.Where(m => m.Found).Select(m => m.Identifies).ToList()));
    }

    private static double Share(IReadOnlyList<bool> answers) => answers.Count == 0 ? 1 : (double)answers.Count(a => a) / answers.Count;

    private static bool Touches(IReadOnlyList<PersonalDataFinding> found, (string Kind, int Start, int End) label) =>
        found.Any(f => f.Start < label.End && f.Start + f.Length > label.Start);

    private static string NameOf(PersonalDataKind kind) => kind == PersonalDataKind.FileNumber ? "file" : kind.ToString().ToLowerInvariant();

    private sealed class Whole(IReadOnlyList<(string, LabelledMessage, IReadOnlyList<PersonalDataFinding>)> all)
        : List<(string Corpus, LabelledMessage Message, IReadOnlyList<PersonalDataFinding> Found)>(all), IGrouping<string, (string Corpus, LabelledMessage Message, IReadOnlyList<PersonalDataFinding> Found)>
    {
        public string Key => "together";
    }
}
