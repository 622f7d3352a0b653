using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Tests.PersonalData;

/// <summary>Every name, number and address here is invented; the social security numbers belong to nobody.</summary>
public sealed class PersonalDataGuardTests
{
    [Theory]
    [InlineData("Lit fermé, voir 06 39 98 68 68", PersonalDataKind.Phone, "06 39 98 68 68")]
    [InlineData("NIR 1 41 03 22 278 042 71", PersonalDataKind.Nir, "1 41 03 22 278 042 71")]
    [InlineData("141032227804271", PersonalDataKind.Nir, "141032227804271")]
    [InlineData("numéro 1410322278042 au dossier", PersonalDataKind.Nir, "1410322278042")]
    [InlineData("2 38 12 2A 004 017 05", PersonalDataKind.Nir, "2 38 12 2A 004 017 05")]
    [InlineData("238122b00401732", PersonalDataKind.Nir, "238122b00401732")]
    [InlineData("1 41 03 22 278 042 99", PersonalDataKind.Nir, "1 41 03 22 278 042 99")]
    [InlineData("1.41.03.22.278.042.71", PersonalDataKind.Nir, "1.41.03.22.278.042.71")]
    [InlineData("1\u00A041\u202F03 22 278 042 71", PersonalDataKind.Nir, "1\u00A041\u202F03 22 278 042 71")]
    [InlineData("appeler le 06 12 34 56 78 svp", PersonalDataKind.Phone, "06 12 34 56 78")]
    [InlineData("0612345678", PersonalDataKind.Phone, "0612345678")]
    [InlineData("tél:02.96.00.00.00", PersonalDataKind.Phone, "02.96.00.00.00")]
    [InlineData("02-96-12-34-56", PersonalDataKind.Phone, "02-96-12-34-56")]
    [InlineData("0296 12 34 56", PersonalDataKind.Phone, "0296 12 34 56")]
    [InlineData("+33 6 12 34 56 78", PersonalDataKind.Phone, "+33 6 12 34 56 78")]
    [InlineData("+33 (0)6 12 34 56 78", PersonalDataKind.Phone, "+33 (0)6 12 34 56 78")]
    [InlineData("0033612345678", PersonalDataKind.Phone, "0033612345678")]
    [InlineData("+32 475 12 34 56", PersonalDataKind.Phone, "+32 475 12 34 56")]
    [InlineData("06\u200B12345678", PersonalDataKind.Phone, "06\u200B12345678")]
    [InlineData("écrire à jean.dupont@exemple.fr.", PersonalDataKind.Mail, "jean.dupont@exemple.fr")]
    [InlineData("J_D+rdv@ch-exemple.bzh", PersonalDataKind.Mail, "J_D+rdv@ch-exemple.bzh")]
    [InlineData("né le 12/03/1941", PersonalDataKind.BirthDate, "né le 12/03/1941")]
    [InlineData("née le 3 mai 1938", PersonalDataKind.BirthDate, "née le 3 mai 1938")]
    [InlineData("né(e) le 12/03/41", PersonalDataKind.BirthDate, "né(e) le 12/03/41")]
    [InlineData("NÉE LE 12.03.1941", PersonalDataKind.BirthDate, "NÉE LE 12.03.1941")]
    [InlineData("ne le 12/03/1941", PersonalDataKind.BirthDate, "ne le 12/03/1941")]
    [InlineData("nee en 1941", PersonalDataKind.BirthDate, "nee en 1941")]
    [InlineData("née en mars 1941", PersonalDataKind.BirthDate, "née en mars 1941")]
    [InlineData("née à Guingamp le 1er mars 1941", PersonalDataKind.BirthDate, "née à Guingamp le 1er mars 1941")]
    [InlineData("née Kerbrat en 1941", PersonalDataKind.BirthDate, "née Kerbrat en 1941")]
    [InlineData("DDN 12.03.41", PersonalDataKind.BirthDate, "DDN 12.03.41")]
    [InlineData("ddn : 120341", PersonalDataKind.BirthDate, "ddn : 120341")]
    [InlineData("date de naissance 1941-03-12", PersonalDataKind.BirthDate, "date de naissance 1941-03-12")]
    [InlineData("patiente (12/03/1941) sortie", PersonalDataKind.BirthDate, "12/03/1941")]
    [InlineData("ne\u0301e le 12/03/1941", PersonalDataKind.BirthDate, "ne\u0301e le 12/03/1941")]
    [InlineData("sortie de Mme Durand sans ordonnance", PersonalDataKind.Name, "Mme Durand")]
    [InlineData("mme durand est rentrée", PersonalDataKind.Name, "mme durand")]
    [InlineData("Mme. DURAND", PersonalDataKind.Name, "Mme. DURAND")]
    [InlineData("M. Le Goff attend", PersonalDataKind.Name, "M. Le Goff")]
    [InlineData("mr le goff attend", PersonalDataKind.Name, "mr le goff")]
    [InlineData("M Kerbrat attend", PersonalDataKind.Name, "M Kerbrat")]
    [InlineData("m. kerbrat attend", PersonalDataKind.Name, "m. kerbrat")]
    [InlineData("monsieur kerbrat a chuté", PersonalDataKind.Name, "monsieur kerbrat")]
    [InlineData("Mme D. est sortie", PersonalDataKind.Name, "Mme D")]
    [InlineData("Madame de Kergorlay", PersonalDataKind.Name, "Madame de Kergorlay")]
    [InlineData("Madame Jeanne Le Bihan est seule", PersonalDataKind.Name, "Madame Jeanne Le Bihan")]
    [InlineData("le Dr Salaün ne répond pas", PersonalDataKind.Name, "Dr Salaün")]
    [InlineData("le docteur Morvan ne répond pas", PersonalDataKind.Name, "docteur Morvan")]
    [InlineData("le patient Jean Dupont", PersonalDataKind.Name, "patient Jean Dupont")]
    [InlineData("la résidente Kerbrat", PersonalDataKind.Name, "résidente Kerbrat")]
    [InlineData("patient : DURAND", PersonalDataKind.Name, "patient : DURAND")]
    [InlineData("son infirmière Sophie", PersonalDataKind.Name, "infirmière Sophie")]
    [InlineData("Jean Dupont est sorti hier", PersonalDataKind.Name, "Jean Dupont")]
    [InlineData("sortie de DUPONT Jean hier", PersonalDataKind.Name, "DUPONT Jean")]
    [InlineData("Marie-Thérèse Le Goff est seule", PersonalDataKind.Name, "Marie-Thérèse Le Goff")]
    [InlineData("Jeanne, 84 ans, sortie sans aide", PersonalDataKind.Name, "Jeanne")]
    [InlineData("Kerbrat Yvonne 84 ans", PersonalDataKind.Name, "Kerbrat Yvonne")]
    [InlineData("Kerbrat, 84 ans, isolée", PersonalDataKind.Name, "Kerbrat")]
    [InlineData("hier Yvonne (84 ans) est tombée", PersonalDataKind.Name, "Yvonne")]
    [InlineData("marie le gall est tombée", PersonalDataKind.Name, "marie le gall")]
    [InlineData("la vieille le goff ne sort plus", PersonalDataKind.Name, "le goff")]
    [InlineData("J.P. Le Goff a chuté", PersonalDataKind.Name, "J.P. Le Goff")]
    [InlineData("sortie de \u202EdnaruD emM\u202C hier", PersonalDataKind.Name, "dnaruD emM")]
    [InlineData("rappeler \u202E87 65 43 21 60\u202C", PersonalDataKind.Phone, "87 65 43 21 60")]
    [InlineData("rappeler au 06.12.34.56.78 la voisine qui a les clés", PersonalDataKind.Phone, "06.12.34.56.78")]
    [InlineData("NIR 1 85 05 29 123 456 40", PersonalDataKind.Nir, "1 85 05 29 123 456 40")]
    public void What_identifies_somebody_is_found(string text, PersonalDataKind kind, string written)
    {
        var finding = PersonalDataGuard.Find(text).First(found => found.Kind == kind);
        text.Substring(finding.Start, finding.Length).ShouldBe(written);
        PersonalDataGuard.KindsIn(text).ShouldContain(kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Monsieur X est sorti")]
    [InlineData("M. X et Mme Y attendent")]
    [InlineData("M.")]
    [InlineData("M. est rentré chez lui")]
    [InlineData("le 12/03 à 14h")]
    [InlineData("séance du 12/03/2026 03 h")]
    [InlineData("REM-2026-0042")]
    [InlineData("2 h")]
    [InlineData("80 ans")]
    [InlineData("Homme de 80 ans, sorti sans ordonnance")]
    [InlineData("Patiente, 84 ans, isolée")]
    [InlineData("une dame de 92 ans")]
    [InlineData("15 sorties")]
    [InlineData("appelé le 15 puis le 3919")]
    [InlineData("à 300 m. environ de l'arrêt")]
    [InlineData("encore une sortie vendredi soir sans ordonnance")]
    [InlineData("dossier APA déposé en mars tjrs rien")]
    [InlineData("le médecin traitant n'a pas répondu")]
    [InlineData("le médecin ne répond plus en 2026")]
    [InlineData("on ne le voit que le 14")]
    [InlineData("les difficultés nées de la réforme de 2019")]
    [InlineData("patient Alzheimer refusé")]
    [InlineData("usagers APA et PCH")]
    [InlineData("résident EHPAD sans lunettes")]
    [InlineData("PATIENT SORTI SANS ORDONNANCE")]
    [InlineData("l'hôpital Louis Pasteur ne prévient pas")]
    [InlineData("rue Jean Jaurès, arrêt supprimé")]
    [InlineData("à Saint-Jean Brévelay")]
    [InlineData("EHPAD Anne de Bretagne")]
    [InlineData("le Centre Hospitalier de Guingamp")]
    [InlineData("Madame la Directrice a répondu")]
    [InlineData("monsieur le maire est informé")]
    [InlineData("M. le Maire est informé")]
    [InlineData("madame refuse les soins")]
    [InlineData("monsieur vit seul")]
    [InlineData("Madame a chuté, madame est rentrée")]
    [InlineData("mme a chuté")]
    [InlineData("docteur traitant absent")]
    [InlineData("loi du 11/02/2005")]
    [InlineData("loi du 04/01/1978")]
    [InlineData("1 000 000 000 000 €")]
    [InlineData("100000000000000")]
    [InlineData("141032227804299")]
    [InlineData("24h/24 et 7j/7")]
    [InlineData("12 lits sur 45, 3 refus, 2 relances")]
    [InlineData("voir @equipe et le point @ 14h")]
    [InlineData("rappel 2 fois/semaine, GIR 2, délai 6 mois")]
    [InlineData("Brest, 84 ans de service public")]
    [InlineData("le SSIAD de Paimpol, la HAD et le CCAS")]
    [InlineData("Réunion mardi à Lannion avec la CPTS Trégor")]
    [InlineData("Bonjour Madame, aucun transport depuis lundi")]
    [InlineData("Aucune place. Madame. Rien.")]
    public void What_identifies_nobody_is_left_alone(string text) => PersonalDataGuard.Find(text).ShouldBeEmpty();

    [Fact]
    public void Findings_come_in_order_and_apart()
    {
        const string Text = "Mme Durand, née le 12/03/1941, 06 12 34 56 78, mme.durand@exemple.fr, 1 41 03 22 278 042 71";
        PersonalDataGuard.Find(Text).Select(found => found.Kind).ShouldBe(
            [PersonalDataKind.Name, PersonalDataKind.BirthDate, PersonalDataKind.Phone, PersonalDataKind.Mail, PersonalDataKind.Nir]);
        var ends = 0;
        foreach (var found in PersonalDataGuard.Find(Text))
        {
            found.Start.ShouldBeGreaterThanOrEqualTo(ends);
            ends = found.Start + found.Length;
        }

        ends.ShouldBeLessThanOrEqualTo(Text.Length);
    }

    /// <summary>Counted rather than timed: a character is looked at so many times, however long the text.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("a@")]
    [InlineData("@")]
    [InlineData("a.a-")]
    [InlineData("1 41 03 22 278 04 ")]
    [InlineData("06 12 34 56 7")]
    [InlineData("né ")]
    [InlineData("ne le 1")]
    [InlineData("ddn")]
    [InlineData("M. ")]
    [InlineData("Mme le ")]
    [InlineData("Jean ")]
    [InlineData("JEAN-")]
    [InlineData("patient ")]
    [InlineData("Kerbrat 84 ")]
    [InlineData("+1")]
    [InlineData("(0)")]
    [InlineData("é")]
    [InlineData(" ")]
    [InlineData("1/")]
    [InlineData("A")]
    [InlineData("né aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ")]
    [InlineData("12/03/")]
    [InlineData("12 03 ")]
    public void A_hostile_text_costs_no_more_than_its_length(string pattern)
    {
        var folded = new FoldedText(string.Concat(Enumerable.Repeat(pattern, 100_000 / pattern.Length)));
        PersonalDataGuard.Find(folded);
        folded.Looks.ShouldBeLessThan(200L * folded.Length);
    }
}
