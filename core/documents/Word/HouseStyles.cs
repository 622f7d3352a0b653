namespace Concertation.Documents.Word;

/// <summary>Ids of the styles that <c>styles.xml</c>, the house form, defines. Headings carry Word's own names.</summary>
internal static class HouseStyles
{
    public const string Kicker = "Bandeau";
    public const string Title = "Titre";
    public const string Subtitle = "Sous-titre";
    public const string Heading1 = "Titre1";
    public const string Heading2 = "Titre2";
    public const string Label = "Libelle";
    public const string Cell = "Cellule";
    public const string CellHead = "EntetedeTableau";
    public const string Detail = "Detail";
    public const string DetailAlert = "DetailHuisClos";
    public const string Notes = "Debat";
    public const string DecisionReference = "DecisionReference";
    public const string Decision = "Decision";
    public const string DecisionArithmetic = "DecisionDecompte";
    public const string Hint = "Indication";
    public const string Total = "Total";
    public const string Header = "Entete";
    public const string Footer = "Pieddepage";
    public const string Table = "TableauConcertation";
    public const string Block = "BlocConcertation";
}
