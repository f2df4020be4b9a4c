"""Health data."""

from bartizan.core.sensitivity import Sensitivity

CLASS = Sensitivity(
    id="health",
    title="Health data",
    words=(
        "health",
        "patient",
        "medical",
        "phi",
        "hipaa",
        "clinical",
        "ehr",
        "emr record",
        "diagnosis",
        "prescription",
        "hl 7",
        "fhir",
        "dicom",
        "genome",
        "genomic",
    ),
    unless=(
        "health check",
        "health probe",
        "health status",
        "health dashboard",
        "health monitor",
        "health event",
        "health alarm",
        "aws health",
        "service health",
        "health service",
    ),
    tags=("phi", "hipaa", "health", "protected health", "medical", "hitech"),
    weight=1.0,
    because="What is known of people by their illnesses can never be taken back, and the law protects it most.",
)
