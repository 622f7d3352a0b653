namespace Concertation.Domain.Dysfunctions;

/// <summary>The step of somebody's path where the difficulty arose: repérage, évaluation, plan d'aide, hospitalisation, sortie, domicile, hébergement, fin de vie.</summary>
public enum CareStep { Spotting, Assessment, CarePlan, Hospitalisation, Discharge, Home, Residence, EndOfLife }
