using Concertation.Documents.Word;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concertation.Documents.Tests.Word;

/// <summary>Minutes written, corrected as Word does it, and read back.</summary>
public sealed class CorrectedMinutesTests
{
    [Fact]
    public void A_file_nobody_touched_gives_back_what_was_written()
    {
        var taken = Taken(WordDocument.Minutes(SamplePapers.Minutes()));
        IsTheSample(taken);
    }

    [Fact]
    public async Task A_file_saved_by_LibreOffice_gives_back_what_was_written()
    {
        if (!Office.IsHere())
        {
            return;
        }

        var once = await Office.Saved(WordDocument.Minutes(SamplePapers.Minutes()));
        IsTheSample(Taken(once));
        IsTheSample(Taken(await Office.Saved(once)));
    }

    private static void IsTheSample(CorrectedFile.Taken taken)
    {
        var sample = SamplePapers.Minutes();
        taken.SessionId.ShouldBe(sample.SessionId);
        taken.Version.ShouldBe(sample.Version);
        taken.LostNotes.ShouldBeEmpty();
        taken.LostActions.ShouldBeEmpty();
        taken.Notes.Keys.ShouldBe(sample.Items.Select(i => i.Id));
        foreach (var item in sample.Items)
        {
            taken.Notes[item.Id].ShouldBe(item.Notes);
        }

        taken.Actions.ShouldBe(sample.Actions.ToDictionary(a => a.Id, a => new CorrectedAction(a.What, a.Who, a.When)));
    }

    private static CorrectedFile.Taken Taken(byte[] file) => CorrectedMinutes.Read(file).ShouldBeOfType<CorrectedFile.Taken>();
}
