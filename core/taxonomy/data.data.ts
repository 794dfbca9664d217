/** Same lines as software.data.ts. */
export const DATA = `
# data and machine learning
Machine Learning | ~ML; machine learning algorithms; statistical learning; supervised learning
Deep Learning | neural networks; neural network; cnn; rnn; lstm; transformers models
  | Machine Learning
Artificial Intelligence | ~AI; ai solutions; applied ai
Natural Language Processing | nlp; text mining; text analytics; spacy; nltk | Machine Learning
Large Language Models | llm; llms; generative ai; genai; gpt 4; prompt engineering; langchain; rag
Computer Vision | image processing; opencv; object detection; image recognition | Machine Learning
Reinforcement Learning |  | Machine Learning
Recommender Systems | recommendation systems; recommendation engines | Machine Learning
Feature Engineering | feature selection | Machine Learning
MLOps | ml ops; model deployment; mlflow; kubeflow; sagemaker; model monitoring | Machine Learning
TensorFlow | tensor flow; tfx | Deep Learning; Python
PyTorch | py torch; torch | Deep Learning; Python
Keras |  | Deep Learning; Python
scikit-learn | scikit learn; sklearn | Machine Learning; Python
XGBoost | lightgbm; gradient boosting; random forest; decision trees | Machine Learning
Hugging Face | huggingface | Natural Language Processing; Python
pandas |  | Python
NumPy | num py | Python
SciPy |  | Python
Matplotlib | ~Seaborn; plotly | Python; Data Visualization
Jupyter | jupyter notebook; jupyter notebooks; ipython | Python
~Shiny | r shiny; ggplot2; tidyverse; dplyr | R
Data Science | data scientist skills
Data Analysis | data analytics; data analyst; analyzing data; data interpretation; ^analytics;
  datenanalyse
Data Mining | data exploration; knowledge discovery
Data Visualization | data visualisation; dashboards; dashboarding; data viz
Statistics | statistical analysis; statistical modeling; statistical modelling; biostatistics;
  statistik
Regression Analysis | linear regression; logistic regression | Statistics
Time Series Analysis | time series; time series forecasting | Statistics
A/B Testing | ab testing; split testing; experimentation; hypothesis testing
Predictive Modeling | predictive analytics; predictive modelling; forecasting models
Bayesian Methods | bayesian statistics; bayesian inference | Statistics
Econometrics |  | Statistics
Operations Research | linear programming; mathematical optimization; optimization algorithms
Data Engineering | data pipelines; data pipeline; data infrastructure; data ingestion
ETL | extract transform load; elt; etl development; etl pipelines; data integration
Data Warehousing | data warehouse; dwh; star schema; dimensional modeling; kimball | SQL
Data Lake | data lakes; lakehouse; delta lake; apache iceberg
Data Modeling for Analytics | dbt; data build tool | SQL
Data Quality | data cleaning; data cleansing; data validation; data wrangling
Data Governance | master data management; mdm data; data catalog; data stewardship; data lineage
Big Data | big data technologies; big data analytics
Hadoop | apache hadoop; hdfs; mapreduce; map reduce; ~Hive; apache hive; pig latin | Big Data
Apache Spark | pyspark; ~Spark; spark sql; spark streaming | Big Data
~Airflow | apache airflow; ~Luigi; ~Prefect; dagster | Data Engineering
Databricks | azure databricks | Apache Spark
Snowflake | snowflake db | SQL; Data Warehousing
BigQuery | big query; google bigquery | Google Cloud; SQL
Redshift | amazon redshift | AWS; SQL
ClickHouse | click house; ~Druid; apache druid | SQL
Teradata |  | SQL
Trino | presto db; ~Athena; amazon athena | SQL
Informatica | informatica powercenter | ETL
Talend |  | ETL
SSIS | sql server integration services | ETL; Microsoft SQL Server
SSRS | sql server reporting services; ssas | Microsoft SQL Server
Azure Data Factory | data factory; azure synapse; synapse analytics | Azure; ETL
AWS Glue | glue jobs | AWS; ETL
Fivetran | stitch data; airbyte | ETL
Power BI | powerbi; ms power bi; microsoft power bi; dax; power query | Business Intelligence
Tableau | tableau desktop; tableau server | Business Intelligence; Data Visualization
Looker | lookml; google data studio; looker studio | Business Intelligence
QlikView | qlik sense; qlik; qliksense | Business Intelligence
MicroStrategy | cognos; ibm cognos; business objects; sap businessobjects | Business Intelligence
Business Intelligence | ~BI; bi reporting; bi tools
~SAS | sas programming; sas enterprise guide; base sas | Statistics
SPSS | ibm spss; spss statistics | Statistics
Stata |  | Statistics
Minitab |  | Statistics
Alteryx | knime; rapidminer; dataiku | Data Analysis
Survey Design | questionnaire design; survey research; qualtrics; survey analysis
Quantitative Research | quantitative analysis; quantitative methods
Qualitative Research | qualitative analysis; focus groups; nvivo; interviews research
Data Entry | data input; data capture; dateneingabe; typing
^Reporting | report writing; management reporting; report generation; kpi reporting
KPI Development | ^kpis; ^kpi; key performance indicators; okrs; performance metrics; scorecards
Web Analytics | google analytics; ga4; adobe analytics; google tag manager; hotjar; mixpanel
Web Scraping | scrapy; beautifulsoup; beautiful soup; data extraction | Python
Mathematics | applied mathematics; linear algebra; calculus; mathematik; maths
Numerical Methods | numerical analysis; finite element analysis; fea; simulation modeling
Signal Processing | digital signal processing; dsp; image signal processing
`
