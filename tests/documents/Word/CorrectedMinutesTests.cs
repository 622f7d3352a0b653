using Concertation.Documents.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concertation.Documents.Tests.Word;

/// <summary>Minutes written, corrected as people do in Word, and read back.</summary>
public sealed class CorrectedMinutesTests
{
    private static readonly byte[] Minutes = WordDocument.Minutes(SamplePapers.Minutes());

    [Fact]
    public void A_file_nobody_touched_gives_back_what_was_written() => IsTheSample(Taken(Minutes));

    [Fact]
    public async Task A_file_saved_by_LibreOffice_gives_back_what_was_written()
    {
        if (!Office.IsHere())
        {
            return;
        }

        var once = await Office.Saved(Minutes);
        IsTheSample(Taken(once));
        IsTheSample(Taken(await Office.Saved(once)));
    }

    [Fact]
    public async Task What_was_changed_and_tracked_in_Word_survives_a_save_by_LibreOffice()
    {
        if (!Office.IsHere())
        {
            return;
        }

        var taken = Taken(await Office.Saved(Minutes.By(body =>
        {
            body.Control("notes:2").SdtContentBlock!.AppendChild(Corrected.Plain("Ajouté à la fin."));
            body.Paragraphs("notes:1")[0].AppendChild(Corrected.Inserted(" Vraiment."));
            body.Paragraphs("action:1")[0].Descendants<Text>().Single().Text = "Rédiger deux protocoles";
        })));
        taken.Notes["p1"][0].ShouldBe("Les trois décisions du printemps sont mises en œuvre. Vraiment.");
        taken.Notes["p2"].ShouldBe([.. SamplePapers.Minutes().Items[1].Notes, "Ajouté à la fin."]);
        taken.Actions["a1"].What.ShouldBe("Rédiger deux protocoles");
    }

    [Fact]
    public void Text_changed_and_paragraphs_added_split_or_emptied_are_taken()
    {
        var taken = Taken(Minutes.By(body =>
        {
            var second = body.Paragraphs("notes:2");
            second[0].Descendants<Text>().Single().Text = "Le centre hospitalier rappelle les chiffres.";
            // Enter in the middle of a paragraph, a run in bold, a line break, an empty paragraph.
            second[1].Descendants<Text>().Single().Text = "Les infirmières ";
            second[1].AppendChild(new Run(new RunProperties(new Bold()), new Text("libérales")));
            second[1].InsertAfterSelf(Corrected.Plain("demandent à être prévenues."));
            second[2].AppendChild(new Run(new Break(), new Text("Deux lignes.")));
            body.Control("notes:2").SdtContentBlock!.Append(new Paragraph(), Corrected.Plain("  Fin. "));
            foreach (var paragraph in body.Paragraphs("notes:1"))
            {
                paragraph.Remove();
            }

            body.Control("notes:1").SdtContentBlock!.AppendChild(new Paragraph());
        }));
        taken.Notes["p2"].ShouldBe(
        [
            "Le centre hospitalier rappelle les chiffres.", "Les infirmières libérales", "demandent à être prévenues.",
            "Le SSIAD souhaite un numéro de téléphone unique.", "Deux lignes.", "Fin.",
        ]);
        taken.Notes["p1"].ShouldBeEmpty();
        taken.Notes["p4"].ShouldBe(["Le débat s’est tenu à huis clos."]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Notes_typed_where_nothing_stood_are_taken_even_where_a_program_left_the_flag_of_an_empty_place(bool flagStays)
    {
        var taken = Taken(Minutes.By(body =>
        {
            var control = body.Control("notes:3");
            if (!flagStays)
            {
                control.SdtProperties!.RemoveAllChildren<ShowingPlaceholder>();
            }

            control.SdtContentBlock!.RemoveAllChildren();
            control.SdtContentBlock.AppendChild(Corrected.Plain("Douze places, dont deux libres."));
        }));
        taken.Notes["punaise-7"].ShouldBe(["Douze places, dont deux libres."]);
    }

    [Fact]
    public void What_Word_shows_in_a_place_that_was_emptied_is_no_note()
    {
        var taken = Taken(Minutes.By(body =>
        {
            var control = body.Control("notes:3");
            control.SdtContentBlock!.RemoveAllChildren();
            control.SdtContentBlock.AppendChild(Corrected.Plain("Cliquez ou appuyez ici pour entrer du texte."));
        }));
        taken.Notes["punaise-7"].ShouldBeEmpty();
    }

    [Fact]
    public void Tracked_insertions_count_and_tracked_deletions_do_not()
    {
        var taken = Taken(Minutes.By(body =>
        {
            var notes = body.Paragraphs("notes:2");
            notes[0].RemoveAllChildren<Run>();
            notes[0].Append(Corrected.Deleted("Le centre"), Corrected.Inserted("L’hôpital"), new Run(new Text(" rappelle") { Space = SpaceProcessingModeValues.Preserve }));
            notes[0].EndDeleted();
            notes[1].RemoveAllChildren<Run>();
            notes[1].Append(new Run(new Text(" les chiffres.") { Space = SpaceProcessingModeValues.Preserve }));
            notes[2].RemoveAllChildren<Run>();
            notes[2].AppendChild(Corrected.Deleted("Le SSIAD souhaite un numéro."));
            body.Paragraphs("who:1")[0].AppendChild(Corrected.Inserted(" et le SSIAD"));
            // A row deleted under tracked changes.
            body.Control("action:3").Ancestors<TableRow>().First().TableRowProperties!.AppendChild(new Deleted { Id = "950", Author = "X" });
        }));
        taken.Notes["p2"].ShouldBe(["L’hôpital rappelle les chiffres."]);
        taken.Actions["a1"].Who.ShouldBe("Yann Kerimagin et le SSIAD");
        taken.LostActions.ShouldBe(["c3"]);
    }

    [Fact]
    public void What_stands_outside_the_places_is_never_taken()
    {
        var taken = Taken(Minutes.By(body =>
        {
            foreach (var text in body.Descendants<Text>().Where(t => t.Text.StartsWith("6 voix pour", StringComparison.Ordinal)
                || t.Text.StartsWith("Ouvrir", StringComparison.Ordinal) || t.Text.StartsWith("Yann Kerimagin, Centre", StringComparison.Ordinal)))
            {
                text.Text = "Falsifié";
            }

            body.Control("notes:2").InsertAfterSelf(Corrected.Plain("Hors du cadre."));
            body.Control("notes:2").InsertBeforeSelf(Corrected.Plain("Avant le cadre."));
            body.PrependChild(Corrected.Plain("En tête."));
        }));
        IsTheSample(taken);
    }

    [Fact]
    public void An_action_is_changed_taken_out_or_added_in_the_table()
    {
        var taken = Taken(Minutes.By(body =>
        {
            body.Paragraphs("when:1")[0].Descendants<Text>().Single().Text = "20/01/2028";
            var first = body.Control("action:1").Ancestors<TableRow>().First();
            // Copied and pasted, with its controls; then changed.
            var copy = (TableRow)first.CloneNode(deep: true);
            foreach (var bookmark in copy.Descendants<BookmarkStart>().ToList())
            {
                bookmark.Remove();
            }

            copy.Descendants<Text>().ElementAt(1).Text = "Former les équipes";
            first.InsertAfterSelf(copy);
            // Added with Word's own « insérer une ligne ».
            body.Control("action:3").Ancestors<TableRow>().First().InsertAfterSelf(new TableRow(
                new[] { "", "Réserver la salle", "Ewen Fictif", "", "" }.Select(t => new TableCell(Corrected.Plain(t)))));
            body.Control("action:2").Ancestors<TableRow>().First().Remove();
        }));
        taken.Actions.Keys.ShouldBe(["a1", "c3"]);
        taken.Actions["a1"].ShouldBe(new CorrectedAction("Rédiger le protocole de la cellule de sortie", "Yann Kerimagin", "20/01/2028"));
        taken.LostActions.ShouldBe(["b-2"]);
        taken.AddedActions.ShouldBe(
        [
            new CorrectedAction("Former les équipes", "Yann Kerimagin", "20/01/2028"),
            new CorrectedAction("Réserver la salle", "Ewen Fictif", ""),
        ]);
    }

    [Fact]
    public void An_item_taken_out_with_its_place_is_lost_and_not_emptied()
    {
        var taken = Taken(Minutes.By(body =>
        {
            var control = body.Control("notes:2");
            control.PreviousSibling()!.Remove();
            control.Remove();
        }));
        taken.LostNotes.ShouldBe(["p2"]);
        taken.Notes.ContainsKey("p2").ShouldBeFalse();
    }

    /// <summary>LibreOffice from 7.5 on keeps a control's tag, but around the first paragraph only.</summary>
    [Fact]
    public void A_control_that_a_program_shrank_to_its_first_paragraph_loses_nothing()
    {
        var taken = Taken(Minutes.By(body =>
        {
            foreach (var block in body.Descendants<SdtBlock>().ToList())
            {
                var properties = block.SdtProperties!.CloneNode(deep: true);
                foreach (var paragraph in block.SdtContentBlock!.Elements<Paragraph>().ToList())
                {
                    paragraph.Remove();
                    block.InsertBeforeSelf(paragraph);
                }

                var last = block.PreviousSibling<Paragraph>()!;
                while (last.PreviousSibling() is Paragraph { ParagraphProperties.ParagraphStyleId.Val.Value: var style } before
                    && style == last.ParagraphProperties!.ParagraphStyleId!.Val)
                {
                    last = before;
                }

                var runs = last.Elements<Run>().ToList();
                runs.ForEach(r => r.Remove());
                last.AppendChild(new SdtRun((SdtProperties)properties, new SdtContentRun(runs)));
                block.Remove();
            }
        }));
        IsTheSample(taken);
    }

    [Fact]
    public void A_control_that_became_a_cells_own_is_read_as_before()
    {
        var taken = Taken(Minutes.By(body =>
        {
            foreach (var block in body.Descendants<TableCell>().SelectMany(c => c.Elements<SdtBlock>()).ToList())
            {
                var cell = (TableCell)block.Parent!;
                var around = new SdtCell(block.SdtProperties!.CloneNode(deep: true), new SdtContentCell());
                cell.InsertBeforeSelf(around);
                cell.Remove();
                around.SdtContentCell!.AppendChild(cell);
                foreach (var paragraph in block.SdtContentBlock!.Elements<Paragraph>().ToList())
                {
                    paragraph.Remove();
                    cell.AppendChild(paragraph);
                }

                block.Remove();
            }

            foreach (var bookmark in body.Descendants<TableCell>().SelectMany(c => c.Descendants<BookmarkStart>()).ToList())
            {
                bookmark.Remove();
            }
        }));
        IsTheSample(taken);
    }

    [Fact]
    public void A_control_in_another_is_part_of_it()
    {
        var taken = Taken(Minutes.By(body =>
        {
            var moved = body.Control("notes:4");
            moved.Remove();
            body.Control("notes:1").SdtContentBlock!.AppendChild(moved);
            // And somebody's own control around one of ours.
            var wrapped = body.Control("notes:2");
            var around = new SdtBlock(new SdtProperties(new SdtId { Val = 77 }), new SdtContentBlock());
            wrapped.InsertAfterSelf(around);
            wrapped.Remove();
            around.SdtContentBlock!.AppendChild(wrapped);
        }));
        taken.Notes["p1"][^1].ShouldBe("Le débat s’est tenu à huis clos.");
        taken.Notes["p2"].ShouldBe(SamplePapers.Minutes().Items[1].Notes);
        taken.Notes["p4"].ShouldBeEmpty();
    }

    private static void IsTheSample(CorrectedFile.Taken taken)
    {
        var sample = SamplePapers.Minutes();
        taken.SessionId.ShouldBe(sample.SessionId);
        taken.Version.ShouldBe(sample.Version);
        taken.LostNotes.ShouldBeEmpty();
        taken.LostActions.ShouldBeEmpty();
        taken.AddedActions.ShouldBeEmpty();
        taken.Notes.Keys.ShouldBe(sample.Items.Select(i => i.Id));
        foreach (var item in sample.Items)
        {
            taken.Notes[item.Id].ShouldBe(item.Notes);
        }

        taken.Actions.ShouldBe(sample.Actions.ToDictionary(a => a.Id, a => new CorrectedAction(a.What, a.Who, a.When)));
    }

    private static CorrectedFile.Taken Taken(byte[] file) => CorrectedMinutes.Read(file).ShouldBeOfType<CorrectedFile.Taken>();
}
